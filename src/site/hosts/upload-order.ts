import { hostsFolder } from '../../log/policy-file.ts';

/**
 * In which order a site is uploaded file by file, so that no reader is ever led to a file that is not there yet, or not any more: what pages name
 * first, then pages, then deletions.
 */
export function uploadOrder(out: string): string {
  return `Upload order, for hosts that take files one by one. A host that takes a whole folder at once (Cloudflare Pages, Netlify, Azure Static Web Apps,
GitHub Pages), and a folder that is replaced by renaming, need none of this.

1. What pages name, by names that are hashes of what they hold. Nothing of it is ever overwritten.
     _astro/
     search/index-*/
2. What stands beside pages: everything else that does not end in .html.
     attachments, data, feeds, the sitemap, theme.css, embed/
3. Pages, in any order.
     *.html
4. Only then, what is gone: delete at the host what is not in the folder any more. Pages that are open in a browser still look for the scripts
   and the search index of the last upload: wait some minutes, or build with --keep-previous. Do not wait where an answer was withdrawn.

With rsync, from this machine, HOST:/var/www/foi being where the site goes:

     rsync -a '${out}/_astro' HOST:/var/www/foi/
     rsync -a --include='/search/' --include='/search/index-*/***' --exclude='*' '${out}/' HOST:/var/www/foi/
     rsync -a --exclude='*.html*' '${out}/' HOST:/var/www/foi/
     rsync -a '${out}/' HOST:/var/www/foi/
     rsync -a --delete-after '${out}/' HOST:/var/www/foi/

Never upload ${hostsFolder(out)}, nor the cache.
`;
}
