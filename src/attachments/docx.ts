import { shownHeaders } from './docx-headers.ts';
import { themeListener } from './colours.ts';
import { DocumentColours } from './docx-colours.ts';
import type { Around } from './docx-drawn.ts';
import { Story } from './docx-story.ts';
import { DocumentStyles } from './docx-styles.ts';
import { readSettings } from './docx-settings.ts';
import { Gathering } from './gathering.ts';
import { chartListener } from './office-charts.ts';
import { readEmbedded } from './office-embedded.ts';
import { readPictures } from './office-pictures.ts';
import { readCustomXml, readProperties } from './office-properties.ts';
import { OfficePackage } from './package.ts';
import { nameAll, textOfElements } from './part-text.ts';
import type { Place, Reading } from './reading.ts';

/** Reads a Word document. @throws {UnreadableFile} what cannot be read, or breaks a limit */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const file = await OfficePackage.open(bytes, 'docx');
  const gathering = new Gathering('docx');
  const main = file.mainPart();
  const styles = new DocumentStyles(coloursOf(file, main));
  for (const part of file.linked(main, 'styles')) file.readPart(part, styles.listener());

  readProperties(file, gathering);
  readEmbedded(file, gathering);
  const notes = { footnotes: new Set<string>(), endnotes: new Set<string>(), firstComment: null as number | null };
  const body = aroundOf(file, main, gathering, notes);
  const stories = [new Story(gathering, styles, body, null)];
  for (const story of stories) {
    story.lookBehind(file.bytes(main));
    file.readPart(main, story);
  }
  notes.firstComment = body.firstComment;
  const shown = shownHeaders(file, main);
  const isSeen = (part: string) => !file.linked(main, 'header', 'footer').includes(part) || shown.has(part);
  for (const part of file.linked(main, 'header', 'footer', 'footnotes', 'endnotes').filter(isSeen)) {
    const story = new Story(gathering, styles, aroundOf(file, part, gathering, notes), part);
    stories.push(story);
    story.lookBehind(file.bytes(part));
    file.readPart(part, story);
  }
  if (stories.every(({ filledShapes }) => filledShapes === 0)) for (const story of stories) story.tellOnClear();
  for (const part of file.linked(main, 'diagramData'))
    file.readPart(
      part,
      textOfElements(['a:t'], (text) => gathering.see(text, { part })),
    );

  readComments(file, main, notes.firstComment, gathering);
  readSettings(file, main, gathering);
  readCustomXml(file, main, gathering);
  readPlaceholders(file, main, gathering);
  readPictures(file, gathering);
  const { hidden, visible } = gathering.reading;
  if (hidden.length + visible.length === 0 && !hasPicture(file))
    gathering.fact(editingsOf(file, main) >= MANY_EDITINGS ? 'shows-nothing' : 'empty', '');
  file.readTheRest();
  gathering.reading.stored = file.stored.list();
  gathering.reading.notInspected = file.notInspected;
  return gathering.reading;
}

/** Marks of editing from which on a document was worked on at length: a new one has two. */
const MANY_EDITINGS = 100;

/** How often a document was opened and changed: each time leaves a mark (ECMA-376 17.15.1.70). */
function editingsOf(file: OfficePackage, main: string): number {
  let marks = 0;
  for (const part of file.linked(main, 'settings'))
    file.readPart(part, {
      open: ({ name }) => {
        if (name === 'w:rsid') marks++;
      },
    });
  return marks;
}

/** The colours of the theme, under the names that the settings give them. */
function coloursOf(file: OfficePackage, main: string): DocumentColours {
  const colours = new DocumentColours();
  for (const part of file.linked(main, 'theme')) file.readPart(part, themeListener(colours.theme));
  for (const part of file.linked(main, 'settings'))
    file.readPart(part, {
      open: (element) => {
        if (element.name === 'w:clrSchemeMapping') colours.map(element);
      },
    });
  return colours;
}

const hasPicture = (file: OfficePackage) => file.parts().some((part) => /^image\/|chart/.test(file.typeOf(part)));

function aroundOf(
  file: OfficePackage,
  part: string,
  gathering: Gathering,
  notes: Pick<Around, 'footnotes' | 'endnotes' | 'firstComment'>,
): Around {
  const links = new Map(file.relationships(part).map((link) => [link.id, link]));
  const drawn = new Set<string>();
  return {
    ...notes,
    linkTarget: (id) => {
      const link = links.get(id);
      return link?.external ? link.target : undefined;
    },
    chart: (id, place) => {
      const link = links.get(id);
      if (!link || link.external || !file.has(link.target) || drawn.has(link.target)) return;
      drawn.add(link.target);
      readChart(file, link.target, place, gathering);
    },
  };
}

/** What a chart keeps is what it shows; the workbook behind it is told with the embedded files. */
function readChart(file: OfficePackage, part: string, place: Place, gathering: Gathering): void {
  const { listener, chart } = chartListener();
  file.readPart(part, listener);
  for (const text of chart.texts) gathering.see(text, place);
  if (chart.pivot !== '') gathering.fact('file-name', chart.pivot, place);
  for (const { values } of chart.kept) gathering.see(values.join(' '), place);
}

function readComments(file: OfficePackage, main: string, paragraph: number | null, gathering: Gathering): void {
  let comments = 0;
  let persons = 0;
  for (const part of file.linked(main, 'comments'))
    file.readPart(part, nameAll(gathering), {
      open: ({ name }) => {
        if (name === 'w:comment') comments++;
      },
    });
  for (const part of file.linked(main, 'people'))
    file.readPart(part, nameAll(gathering), {
      open: ({ name }) => {
        if (name === 'w15:person') persons++;
      },
    });
  if (comments > 0) gathering.hide('document-comment', '', comments, paragraph === null ? {} : { paragraph });
  if (persons > 0) gathering.fact('person', '', {});
}

/** The prompts of empty content controls: “Click or tap here to enter text.” Other building blocks are stored, and shown nowhere. */
function readPlaceholders(file: OfficePackage, main: string, gathering: Gathering): void {
  for (const part of file.linked(main, 'glossaryDocument'))
    file.readPart(
      part,
      textOfElements(['w:t'], (text) => {
        if (PROMPT.test(text)) gathering.name(text);
      }),
      {
        open: (element) => {
          if (element.name === 'w:tag' || element.name === 'w:alias') gathering.name(element.get('val', 'w') ?? '');
        },
      },
    );
}

const PROMPT = /^\W*(click|tap|choose|enter|select|type|insert|\[)|^\W*(here to|text|an item|a date|a building block)\W*/i;
