import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { checkBody } from '../markdown/check-body.ts';
import { checkAgainst, parseYaml, splitFrontMatter } from '../markdown/front-matter.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { noteMarkers, renderPage } from '../markdown/render-part.ts';
import type { FindingInText } from '../model/finding.ts';
import { LAWS } from '../model/laws.ts';
import { RESERVED_PATHS } from './addresses.ts';
import type { AuthorityPage } from './disclosure.ts';
import type { Settings } from './log.ts';

/** The engine's own pages, served where a log has none of that name; `{authority}` and the like are filled in from log.yaml. */
const OWN_PAGES = path.join(import.meta.dirname, '../i18n/pages');

const pageSchema = z.strictObject({
  title: z.string().trim().min(1).meta({ description: 'Title of the page.' }),
  description: z.string().trim().min(1).optional().meta({ description: 'One sentence about it, for search engines.' }),
});

/** The pages of a log: its own `pages/*.md`, and the engine's where it has none of that name. In the order of their names, `about` first. */
export async function readPages(
  log: string,
  settings: Settings | null,
): Promise<{ pages: AuthorityPage[]; findings: (FindingInText & { file: string })[] }> {
  const own = path.join(OWN_PAGES, settings?.language ?? 'en');
  const theirs = path.join(log, 'pages');
  const names = async (folder: string) => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.md')).sort();
  const brought = await names(theirs);
  const pages: AuthorityPage[] = [];
  const findings: (FindingInText & { file: string })[] = [];
  for (const name of new Set([...brought, ...(await names(own))])) {
    const isTheirs = brought.includes(name);
    const text = await readFile(path.join(isTheirs ? theirs : own, name), 'utf8');
    const read = readPage(name.slice(0, -3), isTheirs || !settings ? text : fillIn(text, settings));
    if (read.page) pages.push(read.page);
    findings.push(...read.findings.map((finding) => ({ ...finding, file: `pages/${name}` })));
  }
  pages.sort((a, b) => Number(b.slug === 'about') - Number(a.slug === 'about') || (a.slug < b.slug ? -1 : 1));
  return { pages, findings };
}

function readPage(slug: string, text: string): { page: AuthorityPage | null; findings: FindingInText[] } {
  const whole = { line: 1, column: 1, where: null, severity: 'block' } as const;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || RESERVED_PATHS.includes(slug))
    return {
      page: null,
      findings: [
        {
          ...whole,
          rule: 'page-name',
          message: `Unexpected name “${slug}.md”, expected lower-case letters, digits and hyphens, and none of: ${RESERVED_PATHS.join(', ')}`,
          fix: 'Rename the file; its name becomes the address.',
        },
      ],
    };
  const split = splitFrontMatter(text);
  if (!split)
    return {
      page: null,
      findings: [
        {
          ...whole,
          rule: 'no-front-matter',
          message: 'Missing front matter, expected --- on the first line',
          fix: 'Begin the file with ---, then title:, then --- again.',
        },
      ],
    };
  const yaml = parseYaml(split.yaml, 2);
  const { value, findings } = checkAgainst(pageSchema, yaml);
  const root = parseMarkdown(split.body);
  noteMarkers(root, split.body);
  const checked = checkBody(root, new Set(), split.bodyLine);
  const page = value && { slug, title: value.title, description: value.description ?? null, html: renderPage(root) };
  return { page, findings: [...yaml.findings, ...findings, ...checked.findings] };
}

function fillIn(text: string, settings: Settings): string {
  const law = LAWS[settings.law];
  const values: Record<string, string> = {
    authority: settings.authority,
    law: law.name,
    regulator: settings.regulator.name,
    regulatorUrl: settings.regulator.url,
    reviewDays: String(settings.reviewDays),
    contact: settings.contact.email ?? settings.contact.url ?? settings.contact.phone ?? settings.authority,
  };
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (values[key] ?? whole).replace(/[\\`*_[\]<>]/g, '\\$&'));
}
