import { expect, test } from 'vitest';
import { hashPassword, passwordProblem, verifyPassword } from './password';

test('a password has at least 12 characters, counted as people count them', () => {
  expect(passwordProblem('kettle walk')).toMatch(/has 11 characters; it needs at least 12/);
  // Twelve emoji are 24 UTF-16 units and twelve characters; eleven are not enough.
  expect(passwordProblem('🐙'.repeat(11))).toMatch(/has 11 characters/);
  expect(passwordProblem('blue kettle walks home')).toBeNull();
});

// The first three stand in the list of the most used passwords of SecLists; the others are those with a tail.
test.each(['unbelievable', '1q2w3e4r5t6y', 'qwertyuiop123', 'password1234', 'P@ssw0rd12345', 'aaaaaaaaaaaaa'])(
  'the common password %s is refused',
  (password) => {
    expect(passwordProblem(password)).toMatch(/common or easy to guess/);
  },
);

test('a password made of what others know about a person is refused', () => {
  expect(passwordProblem('zhanglihua2026', ['Zhang Lihua', 'zhang.lihua@example.org'])).toMatch(/common or easy/);
});

test('a hash is argon2id, differs each time and fits its password alone', async () => {
  const [first, second] = await Promise.all([hashPassword('blue kettle walks'), hashPassword('blue kettle walks')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, 'blue kettle walks')).toBe(true);
  expect(await verifyPassword(first, 'blue kettle walk')).toBe(false);
});

test('where there is no password, no password is right', async () => {
  expect(await verifyPassword(null, 'a decoy that nobody has')).toBe(false);
});
