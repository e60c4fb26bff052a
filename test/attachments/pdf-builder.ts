/** A page to write: operators, and what stands beside them. Type is Helvetica, as /F1. */
export interface PageToWrite {
  content: string;
  /** Entries of its resources beside the font: `/XObject << /Im 100 0 R >>`. */
  resources?: string;
  /** Entries of its dictionary: `/CropBox […] /Annots […] /Rotate 90`. */
  entries?: string;
}

export interface PdfToWrite {
  pages: readonly PageToWrite[];
  /** Further objects, from number 100. */
  objects?: Record<number, string>;
  /** Entries of the catalog. */
  catalog?: string;
  /** Entries of the information dictionary. */
  info?: string;
}

/** An object with data. */
export function stream(dict: string, data: string): string {
  return `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

/** Words at a place: a line of type `size` points high, at `x`, `y` from the lower left corner of the page. */
export function words(text: string, x = 72, y = 700, size = 12, before = ''): string {
  return `BT ${before} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
}

/** A box filled with a grey: 0 is black. */
export function box(x: number, y: number, width: number, height: number, grey = 0): string {
  return `q ${grey} g ${x} ${y} ${width} ${height} re f Q\n`;
}

/** Writes a PDF with its table, as a program does: A4 pages, tagged, with a language and a title, so that nothing but what is asked for stands out. */
export function writePdf({ pages, objects = {}, catalog = '', info = '/Title (Answer to a request)' }: PdfToWrite): Uint8Array {
  const all = new Map<number, string>();
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ');
  const standard = catalog.includes('/MarkInfo')
    ? ''
    : '/MarkInfo << /Marked true >> /StructTreeRoot 5 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >>';
  all.set(1, `<< /Type /Catalog /Pages 2 0 R ${standard} ${catalog} >>`);
  all.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  all.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  all.set(4, `<< ${info} >>`);
  all.set(5, '<< /Type /StructTreeRoot >>');
  for (const [at, { content, resources = '', entries = '' }] of pages.entries()) {
    const media = entries.includes('/MediaBox') ? '' : '/MediaBox [0 0 595 842]';
    all.set(
      10 + at * 2,
      `<< /Type /Page /Parent 2 0 R ${media} /Contents ${11 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> ${entries} >>`,
    );
    all.set(11 + at * 2, stream('', content));
  }
  for (const [number, body] of Object.entries(objects)) all.set(Number(number), body);
  return latin(assemble('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', all, ''));
}

/** Appends a revision, as a program does that saves incrementally: the objects that change, a table of them, the place of the table before. */
export function appendRevision(bytes: Uint8Array, changed: Record<number, string>): Uint8Array {
  const before = Buffer.from(bytes).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1] ?? '0';
  const all = new Map(Object.entries(changed).map(([number, body]) => [Number(number), body]));
  return latin(assemble(before, all, `/Prev ${previous}`));
}

function assemble(start: string, objects: ReadonlyMap<number, string>, trailer: string): string {
  let text = start.endsWith('\n') ? start : `${start}\n`;
  let table = '';
  for (const [number, body] of [...objects].sort(([one], [other]) => one - other)) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const at = text.length;
  return `${text}xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Info 4 0 R /Size 1000 ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
