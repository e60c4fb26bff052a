/**
 * Kinds of file that are told apart only to say what a file is: none of them is looked into. `nature` is what is wrong with it: an archive holds
 * other files, what is active runs on the reader's machine, and of the others this program cannot tell what they hide.
 */
export const OTHER_KINDS = {
  'old-office': {
    nature: 'unread',
    label: 'older or encrypted Office file',
    extensions: ['xls', 'doc', 'ppt', 'xlt', 'dot', 'pps', 'msg', 'pub', 'vsd'],
  },
  // The container that Office puts an encrypted package into ([MS-OFFCRYPTO] 2.3.4.4).
  'locked-office': { nature: 'unread', label: 'Office file that is locked with a password', extensions: [] },
  xlsb: { nature: 'unread', label: 'binary Excel workbook (.xlsb)', extensions: ['xlsb'] },
  opendocument: { nature: 'unread', label: 'OpenDocument file', extensions: ['ods', 'odt', 'odp', 'odg', 'ots', 'ott'] },
  powerpoint: { nature: 'unread', label: 'PowerPoint presentation', extensions: ['pptx', 'pptm', 'ppsx', 'potx'] },
  rtf: { nature: 'unread', label: 'rich text file', extensions: ['rtf'] },
  tiff: { nature: 'unread', label: 'TIFF image', extensions: ['tif', 'tiff'] },
  bmp: { nature: 'unread', label: 'bitmap image', extensions: ['bmp'] },
  heic: { nature: 'unread', label: 'HEIC or AVIF image', extensions: ['heic', 'heif', 'avif'] },
  svg: { nature: 'unread', label: 'SVG drawing', extensions: ['svg'] },
  media: {
    nature: 'unread',
    label: 'sound or film',
    extensions: ['mp3', 'mp4', 'm4a', 'mov', 'wav', 'avi', 'ogg', 'webm', 'mkv', 'wmv', 'wma'],
  },
  database: { nature: 'unread', label: 'database', extensions: ['sqlite', 'db', 'mdb', 'accdb'] },
  html: { nature: 'active', label: 'web page', extensions: ['html', 'htm', 'xhtml', 'mht', 'mhtml'] },
  'svg-with-script': { nature: 'active', label: 'SVG drawing with script', extensions: ['svg'] },
  executable: {
    nature: 'active',
    label: 'program',
    extensions: [
      'exe',
      'dll',
      'msi',
      'com',
      'scr',
      'bat',
      'cmd',
      'ps1',
      'vbs',
      'js',
      'mjs',
      'jar',
      'sh',
      'hta',
      'lnk',
      'url',
      'wsf',
      'swf',
      'app',
      'reg',
    ],
  },
  zip: { nature: 'archive', label: 'ZIP archive', extensions: ['zip'] },
  gzip: { nature: 'archive', label: 'compressed file', extensions: ['gz', 'tgz'] },
  archive: { nature: 'archive', label: 'archive', extensions: ['7z', 'rar', 'tar', 'bz2', 'xz', 'zst', 'cab', 'iso', 'lzh'] },
  empty: { nature: 'unread', label: 'empty file', extensions: [] },
  unknown: { nature: 'unread', label: 'file of a kind that is not known', extensions: [] },
} as const satisfies Record<string, { nature: 'unread' | 'active' | 'archive'; label: string; extensions: readonly string[] }>;
export type OtherKind = keyof typeof OTHER_KINDS;
