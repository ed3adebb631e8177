import { expect, it } from 'vitest';
import { fuzzPart } from './fuzz';

it('reference scenarios broken in 250 ways are refused in words or give finite futures', () => {
  const rows = new Map(fuzzPart(250).rows.map(([what, number]) => [what, number]));
  expect(rows.get('validated')).toBe('250');
  expect(rows.get('failures, of which at most 20 are told')).toBe('0');
  expect(Number(rows.get('refused'))).toBeGreaterThan(150);
  expect(Number(rows.get('still valid, their plan and a trial computed'))).toBeGreaterThan(10);
});
