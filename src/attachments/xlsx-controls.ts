import type { XmlListener } from './xml.ts';

/**
 * Hears the drawing (VML, ECMA-376 part 4, clause 19) of buttons, boxes to tick and other controls of a sheet: the words that stand on them. The
 * comments on cells, which are drawn there as well, have parts of their own.
 */
export function controlsListener(see: (text: string) => void, hide: (text: string) => void): XmlListener {
  let text = '';
  let isHidden = false;
  let isNote = false;
  let inText = false;
  return {
    open: (element) => {
      if (element.name === 'v:shape') {
        [text, isNote] = ['', false];
        isHidden = /visibility:\s*hidden/i.test(element.get('style') ?? '');
      } else if (element.name === 'v:textbox') inText = true;
      else if (element.local === 'ClientData') isNote = element.get('ObjectType') === 'Note';
      if (inText && element.local === 'br') text += ' ';
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      if (name === 'v:textbox') inText = false;
      if (name !== 'v:shape' || isNote || text.trim() === '') return;
      if (isHidden) hide(text);
      else see(text.replace(/\s+/g, ' ').trim());
    },
  };
}
