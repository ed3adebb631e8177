import { expect, test } from 'vitest';
import { safePath } from './safe-path';

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\n//b', '/\t/evil.example', '', undefined])(
  '%j leads to the library',
  (path) => {
    expect(safePath(path)).toBe('/');
  },
);

test('a path of ours stays as it is', () => {
  expect(safePath('/scenarios/x?y=//z')).toBe('/scenarios/x?y=//z');
});
