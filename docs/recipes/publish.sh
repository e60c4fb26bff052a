#!/usr/bin/env bash
# Builds the log and brings it to a server by rsync, in an order in which no page ever asks for a file that is not there yet.
#
#   ./publish.sh foi@www.example.org:/var/www/foi
#   ./publish.sh /var/www/foi                         a folder of this machine
#
# Run it by hand, or once an hour from cron or a systemd timer for what is under an embargo. It may be run while another run is at work: the second waits.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

target=${1:?Expected a target, such as foi@www.example.org:/var/www/foi}
log=${LOG:-our-log}
out=${OUT:-public}
cache=${CACHE:-.cache}

mkdir -p "$cache"
exec 9> "$cache/publish.lock"
if command -v flock > /dev/null; then flock 9; fi

# Exit 1 where something in the log is wrong: the findings are printed, and the server keeps what it has.
npx disclosure-log build --log "$log" --out "$out" --cache "$cache"

# What is named by its content comes first, then all but pages, then pages. Only then what is gone is deleted.
rsync -rt --delay-updates --include='/_astro/***' --include='/search/' --include='/search/index-*/***' --exclude='*' "$out/" "$target/"
rsync -rt --delay-updates --exclude='*.html*' "$out/" "$target/"
rsync -rt --delay-updates "$out/" "$target/"
rsync -rt --delay-updates --delete-after "$out/" "$target/"
