import { expect, test } from 'vitest';
import { errorName, log } from './log';

test('a field that could tell who somebody is cannot be logged', () => {
  expect(() => log('info', 'signed-in', { email: 'a@b.c' })).toThrow(RangeError);
  expect(() => log('info', 'signed-in', { userId: 'u1' })).not.toThrow();
});

test('of an error only its kind is logged, never its message', () => {
  expect(errorName(new TypeError('password hunter2'))).toBe('TypeError');
  expect(errorName(Object.assign(new Error('x'), { code: 'P2002' }))).toBe('Error P2002');
});
