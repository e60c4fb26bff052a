import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paint } from './pdf-canvas.ts';
import type { Effort } from './pdf-effort.ts';
import type { Box, Matrix } from './pdf-matrix.ts';
import type { Operators } from './pdf-state.ts';
import { coveredPictures, type CoveredPart } from './pdf-covered-pictures.ts';
import { judgePictures, type JudgedPicture } from './pdf-unseen-pictures.ts';
import { PaintIndex } from './pdf-paint-index.ts';
import { judgeWords, type Word } from './pdf-words.ts';

/** A page as it is shown: upright, its crop box, in points. */
export interface PageRead {
  /** From 1. */
  page: number;
  words: Word[];
  /** Boxes over a picture that hide some of it. */
  coveredPictures: CoveredPart[];
  pictures: JudgedPicture[];
  annotations: Annotation[];
  /** Turns a place of the page's own space into what is shown. */
  matrix: Matrix;
}

/** An annotation in the words of pdf.js, as far as they are read. */
export interface Annotation {
  id: string;
  subtype?: string;
  rect?: readonly number[] | null;
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  fieldName?: string;
  fieldType?: string;
  fieldValue?: unknown;
  hidden?: boolean;
}

/** Reads the pages one after the other, and lets go of each. */
export async function* readPages(pdf: PDFDocumentProxy, effort: Effort, most = Infinity): AsyncGenerator<PageRead> {
  const layers = await pdf.getOptionalContentConfig({ intent: 'display' });
  for (let number = 1; number <= Math.min(pdf.numPages, most); number++) {
    const page = await pdf.getPage(number);
    const annotations = (await page.getAnnotations({ intent: 'display' })) as Annotation[];
    const operators = await page.getOperatorList({ intent: 'display', annotationMode: 1 });
    await whatIsNamed(page, operators);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const view: Box = [0, 0, width, height];
    const kinds = new Map(annotations.map(({ id, subtype }) => [id, subtype ?? '']));
    const matrix = transform as unknown as Matrix;
    const painting = paint(
      operators,
      {
        object: (id) => objectOf(page, id),
        isLayerVisible: (properties) => (properties ? Boolean(layers.isVisible(properties)) : true),
        annotation: (id) => kinds.get(id) ?? '',
      },
      matrix,
      view,
    );
    const painted = { ...painting, view, index: new PaintIndex(painting.paints, effort), effort };
    const words = judgeWords(painted);
    const covered = coveredPictures(painted, words);
    yield { page: number, words, coveredPictures: covered, pictures: judgePictures(painted), annotations, matrix };
    page.cleanup();
  }
}

interface NamedObjects {
  has(id: string): boolean;
  get(id: string, then?: () => void, otherwise?: () => void): unknown;
}

function objectsFor(page: PDFPageProxy, id: string): NamedObjects {
  const { commonObjs, objs } = page as unknown as Record<'commonObjs' | 'objs', NamedObjects>;
  return id.startsWith('g_') ? commonObjs : objs;
}

/** Waits for the pictures and fonts that operators name: pdf.js hands over the operators while it still unpacks large pictures. */
async function whatIsNamed(page: PDFPageProxy, { fnArray, argsArray }: Operators): Promise<void> {
  const ids = new Set<string>();
  for (let at = 0; at < fnArray.length; at++) if (fnArray[at] === OPS.dependency) for (const id of argsArray[at] as string[]) ids.add(id);
  await Promise.all([...ids].map((id) => new Promise<void>((done) => void objectsFor(page, id).get(id, done, done))));
}

/** What a page's operators name; `null` where pdf.js could not read it. */
function objectOf(page: PDFPageProxy, id: string): unknown {
  const objects = objectsFor(page, id);
  return objects.has(id) ? objects.get(id) : null;
}
