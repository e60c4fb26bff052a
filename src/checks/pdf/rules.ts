import type { FileRule } from '../rule.ts';
import { behindDarkScan } from './behind-dark-scan.ts';
import { coveredText } from './covered-text.ts';
import { darkHighlight } from './dark-highlight.ts';
import { earlierRevision } from './earlier-revision.ts';
import { encryptedPdf } from './encrypted-pdf.ts';
import { hiddenLayer } from './hidden-layer.ts';
import { invisibleText } from './invisible-text.ts';
import { pageThumbnail } from './page-thumbnail.ts';
import { pdfAccessibility } from './pdf-accessibility.ts';
import { pdfAuthor } from './pdf-author.ts';
import { pdfEmbeddedFile } from './pdf-embedded-file.ts';
import { pdfScript } from './pdf-script.ts';
import { textBesidePages } from './text-beside-pages.ts';
import { textInBackgroundColour } from './text-in-background-colour.ts';
import { textOutsidePage } from './text-outside-page.ts';
import { unappliedRedaction } from './unapplied-redaction.ts';
import { unseenPicture } from './unseen-picture.ts';
import { unusedPicture } from './unused-picture.ts';
import { workingCopy } from './working-copy.ts';

/** The rules about PDFs: those that block first. */
export const PDF_RULES: readonly FileRule[] = [
  coveredText,
  darkHighlight,
  textInBackgroundColour,
  textOutsidePage,
  unappliedRedaction,
  earlierRevision,
  hiddenLayer,
  unseenPicture,
  textBesidePages,
  pdfEmbeddedFile,
  pdfScript,
  invisibleText,
  behindDarkScan,
  unusedPicture,
  workingCopy,
  pdfAuthor,
  pageThumbnail,
  encryptedPdf,
  pdfAccessibility,
];
