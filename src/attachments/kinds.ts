/** Kinds of file that are told apart, by what the bytes are and not by the name. */
export const KINDS = {
  xlsx: { label: 'Excel workbook', extensions: ['xlsx'] },
  docx: { label: 'Word document', extensions: ['docx'] },
  pdf: { label: 'PDF', extensions: ['pdf'] },
  png: { label: 'PNG image', extensions: ['png'] },
  jpeg: { label: 'JPEG image', extensions: ['jpg', 'jpeg'] },
  gif: { label: 'GIF image', extensions: ['gif'] },
  webp: { label: 'WebP image', extensions: ['webp'] },
  csv: { label: 'CSV table', extensions: ['csv', 'tsv'] },
  text: { label: 'text', extensions: ['txt', 'md'] },
} as const;
export type Kind = keyof typeof KINDS;
