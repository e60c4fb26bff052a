import { describe, expect, it } from 'vitest';
import { findAnswers } from '../../src/importers/answers.ts';
import { mendNumbers } from '../../src/importers/numbering.ts';
import { findLabelledPairs } from '../../src/importers/pairs.ts';
import { sortPassages } from '../../src/importers/passages.ts';
import { findMentions } from '../../src/importers/mentions.ts';
import { findQuestions, questionsOf } from '../../src/importers/questions.ts';
import { readText } from '../../src/importers/text.ts';

const blocks = (text: string) => readText(text).blocks;
const asked = (text: string) => questionsOf(findQuestions(blocks(text)));
const shown = (text: string) => asked(text).map(({ shown: number, first, more }) => [number, first?.text ?? null, more.length]);

describe('questions of a request', () => {
  it('are the numbered ones, with what belongs to them', () => {
    expect(shown('Please tell me:\n1. How many?\n2. How often?\na) by day\nb) by night\n3. Why?')).toEqual([
      ['1', 'How many?', 0],
      ['2', 'How often?', 2],
      ['3', 'Why?', 0],
    ]);
  });

  it('keep sub-parts with numbers of their own under their question', () => {
    expect(
      shown('1. How many phones?\n\nPlease provide a breakdown by:\n\n1. Serious crimes\n2. All other crimes\n\n2. How many officers?'),
    ).toEqual([
      ['1', 'How many phones?', 3],
      ['2', 'How many officers?', 0],
    ]);
  });

  it('go on when a list begins again for no reason', () => {
    expect(shown('1. How many?\n2. How often?\n\n1. Who pays for it?').map(([number]) => number)).toEqual(['1', '2', '1']);
  });

  it('of lettered parts are apart where the parts have numbers of their own', () => {
    expect(shown('3A) How many?\n3B) For how long?\n4. Why?').map(([number]) => number)).toEqual(['3A', '3B', '4']);
    expect(shown('1. About fines:\n1a) How many?\n1b) How often?').map(([number, , more]) => [number, more])).toEqual([['1', 2]]);
  });

  it('are found by label, by letter and by Roman numeral', () => {
    expect(shown('Question 1\nHow many?\nDog handlers\nQuestion 2\nHow often?')).toEqual([
      ['1', 'How many?', 1],
      ['2', 'How often?', 0],
    ]);
    expect(shown('a) How many?\nb) How often?').map(([number]) => number)).toEqual(['a', 'b']);
    expect(shown('(i) the number;\n(ii) the report;').map(([number]) => number)).toEqual(['i', 'ii']);
  });

  it('without numbers are the items of a list, and not the fields of a breakdown', () => {
    expect(
      shown(
        'Please send details about:\n\nThe number of qualified operators.\n\n• The number of drones.\n• Hours flown by type in the year.',
      ),
    ).toHaveLength(3);
    expect(shown('How many fines were issued?\n\nPlease break this down by:\n\n• age\n• sex')).toEqual([
      [null, 'How many fines were issued?', 3],
    ]);
  });

  it('without numbers or list are the paragraphs that ask', () => {
    expect(shown('How many are issued to patrols.\nHow many convictions have arisen?\nCan you provide ethnicity of those.')).toHaveLength(
      3,
    );
    expect(shown('I am writing a book about fines.\n\nPlease send all reports about them.\n\nKind regards')).toHaveLength(2);
  });

  it('are one where all of it is one wish', () => {
    expect(shown('About the article in the newspaper, why were they in custody.')).toHaveLength(1);
  });

  it('end before the remarks that follow them', () => {
    const parts = findQuestions(blocks('1. How many?\n2. How often?\n\nAnswers to questions 1 and 2 need only be yearly.'));
    expect(parts.map(({ kind }) => kind)).toEqual(['question', 'question', 'prose']);
  });
});

describe('answers of a response', () => {
  const questions = asked('1. How many fines were issued in 2020?\n2. How many were paid on time?\n3. Who collects them, and why?');
  const found = (text: string) =>
    findAnswers(blocks(text), questions).map(({ kind, questions: places, blocks: own }) => [kind, places, own.map((each) => each.text)]);

  it('stand under headings, numbers, labels or the question said again', () => {
    expect(found('Question 1\nNine.\nQuestions 2 and 3\nNot held.')).toEqual([
      ['answer', [0], ['Nine.']],
      ['answer', [1, 2], ['Not held.']],
    ]);
    expect(found('1. Nine.\n2. Four.\n3. The Council.')).toEqual([
      ['answer', [0], ['Nine.']],
      ['answer', [1], ['Four.']],
      ['answer', [2], ['The Council.']],
    ]);
    expect(found('Q1 – 9\nQ2 & Q3 – Not held.')).toEqual([
      ['answer', [0], ['9']],
      ['answer', [1, 2], ['Not held.']],
    ]);
    expect(found('How many fines were issued in 2020? Nine.\nHow many were paid on time\nFour.')).toEqual([
      ['answer', [0], ['Nine.']],
      ['answer', [1], ['Four.']],
    ]);
  });

  it('given once for several questions in a row belong to all of them', () => {
    expect(found('1. How many fines were issued in 2020?\n2. How many were paid on time?\nSee the annual report.')).toEqual([
      ['answer', [0, 1], ['See the annual report.']],
    ]);
  });

  it('begin where a sentence turns to a question', () => {
    expect(
      found('We have searched.\nWith regards to questions 1 and 2, see below.\nWith regards to your third question, we do not know.'),
    ).toEqual([
      ['prose', [], ['We have searched.']],
      ['answer', [0, 1], ['With regards to questions 1 and 2, see below.']],
      ['answer', [2], ['With regards to your third question, we do not know.']],
    ]);
  });

  it('keep lists of their own', () => {
    expect(found('3. They are collected by:\n1. the Council\n2. a contractor')).toEqual([
      ['answer', [2], ['They are collected by:', 'the Council', 'a contractor']],
    ]);
  });

  it('are followed by reasons under their headings and by how to complain', () => {
    expect(
      found(
        '1. Refused.\n\nREASON FOR DECISION\n\nIt would harm.\n\nBalance test\n\nIt would still.\n\nIf you are unhappy you may complain.',
      ).map(([kind]) => kind),
    ).toEqual(['answer', 'reason', 'reason', 'closing']);
  });
});

describe('questions and answers in turn', () => {
  const turns = (text: string) =>
    findLabelledPairs(blocks(text))?.segments.map(({ questions: places, blocks: own }) => [places, own.map((each) => each.text)]);
  it.each([
    ['Q. How many?\nA. Nine.\nQ. How often?\nA. Daily.'],
    ['Question 1\nHow many?\nAnswer 1\nNine.\nQuestion 2\nHow often?\nAnswer 2\nDaily.'],
    ['1. How many are there?\nAnswer: Nine.\n2. How often is it?\nAnswer: Daily.'],
    ['How many are there?\nResponse: Nine.\nHow often is it?\nResponse: Daily.'],
    ['Question\nHow many?\nAnswer\nNine.\nQuestion\nHow often?\nAnswer\nDaily.'],
  ])('%j', (text) =>
    expect(turns(text)).toEqual([
      [[0], ['Nine.']],
      [[1], ['Daily.']],
    ]),
  );

  it('share an answer that names both', () => {
    expect(turns('Request 1\nHow many?\nAnswer 1\nNine.\nRequest 2\nHow often?\nRequest 3\nWhy?\nAnswers 2 & 3\nRefused.')).toEqual([
      [[0], ['Nine.']],
      [[1, 2], ['Refused.']],
    ]);
  });

  it('are not a request and a response', () => expect(turns('Request\n1. How many?\nResponse\n1. Nine.')).toBeUndefined());
});

describe('mentions of questions', () => {
  it.each([
    ['In relation to Q2, this is not valid', ['2'], true],
    ['With regards to questions 1, 3, 4 and 5, see', ['1', '3', '4', '5'], true],
    ['With regards to your second question, the costs', ['2'], true],
    ['Questions 4 and 5 – no information held.', ['4', '5'], true],
    ['information relevant to questions 2 and 6 as the duty', ['2', '6'], false],
    ['pertinent to question 7 does or does not exist', ['7'], false],
  ])('%s', (text, numbers, leads) => expect(findMentions(text)[0]).toMatchObject({ numbers, leads }));

  it.each(['deaths registered in Q4 2021', 'item 3 working days later', 'no question of it'])('none in “%s”', (text) =>
    expect(findMentions(text)).toEqual([]),
  );

  it('sort what is said about them from what is said of the whole', () => {
    const questions = asked('1. How many?\n2. How often?');
    const { about, general } = sortPassages(
      blocks('We hold it. In relation to question 2 we do not hold it. See the answer to question 1.'),
      questions,
    );
    expect([...about].map(([place, said]) => [place, said.map(({ text }) => text)])).toEqual([
      [1, ['In relation to question 2 we do not hold it.']],
    ]);
    expect(general.map(({ text }) => text)).toEqual(['We hold it.', 'See the answer to question 1.']);
  });
});

describe('numbers that an export broke', () => {
  const mend = (request: string, response = '', cited: Record<string, string> = {}) => {
    const questions = asked(request);
    return mendNumbers(questions, findAnswers(blocks(response), questions), new Map(Object.entries(cited))).map(({ number, guess }) => [
      number,
      guess !== null,
    ]);
  };
  const seven = '1. How many?\n2. How often?\n\n1. Who pays for all of it?';

  it('are mended where the text speaks of the number', () =>
    expect(mend(seven, '', { '3': '“question 3”, line 9' })).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
    ]));
  it('are mended where the answer repeats the question under it', () =>
    expect(mend(seven, 'Q3: Who pays for all of it?\nWe do.')).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
    ]));
  it('are mended where the others count from the first', () =>
    expect(mend('1. How many?\n\n1. How often?\n\n3. Why so?')).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
    ]));
  it('are left as they are where nothing says otherwise', () =>
    expect(mend(seven)).toEqual([
      ['1', false],
      ['2', false],
      ['1', false],
    ]));
  it('are filled in before the first that is shown', () =>
    expect(mend('- How many are there?\n- How often is it?\n3A) For how long?')).toEqual([
      ['1', true],
      ['2', true],
      ['3A', false],
    ]));
  it('are counted where the page shows none and the answer does', () =>
    expect(mend('How many are there?\nHow often is it?', '', { '2': '“Q2”, line 3' })).toEqual([
      ['1', true],
      ['2', true],
    ]));
  it('are none where nobody counts', () =>
    expect(mend('How many are there?\nHow often is it?')).toEqual([
      [null, false],
      [null, false],
    ]));
});
