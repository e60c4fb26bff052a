import { expect, test } from 'vitest';
import { telephone } from '../../src/site/telephone.ts';

test('a telephone number links to its digits and never breaks over a line', () => {
  expect(telephone('01632 960-148')).toEqual({ href: 'tel:01632960148', text: '01632\u00a0960\u2011148' });
});
