import type { Body, Part, Section } from './body.ts';

/** Writes a body as markdown; `readBody` reads the same body back. Parts are separated by one blank line, sections by one. */
export function writeBody(body: Body): string {
  return body.sections.map(writeSection).join('\n\n') + (body.sections.length > 0 ? '\n' : '');
}

function writeSection({ heading, parts }: Section): string {
  return [...(heading === null ? [] : [`## ${heading}`.trimEnd()]), ...parts.map(writePart)].join('\n\n');
}

function writePart(part: Part): string {
  switch (part.kind) {
    case 'prose':
      return part.markdown;
    case 'question':
      if (part.form === 'heading') return under(part.label, part.depth ?? 3, part.markdown);
      if (part.form === 'label') return `${part.label} ${part.markdown}`.trimEnd();
      return `${part.label} ${indent(part.markdown, part.label.length + 1)}`.trimEnd();
    default:
      return under(part.heading, part.depth, part.markdown);
  }
}

function under(heading: string, depth: number, markdown: string): string {
  return `${'#'.repeat(depth)} ${heading}${markdown ? `\n\n${markdown}` : ''}`;
}

function indent(markdown: string, width: number): string {
  return markdown.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}
