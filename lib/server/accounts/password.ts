import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const PASSWORD_MINIMUM_LETTERS = 12;
/** Longer ones only cost time to hash. */
export const PASSWORD_MAXIMUM_LETTERS = 256;

/** argon2id as OWASP's cheat sheet for password storage advises: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let estimator: ZxcvbnFactory | undefined;
function strength(password: string, personal: readonly string[]) {
  estimator ??= new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
  return estimator.check(password.slice(0, PASSWORD_MAXIMUM_LETTERS), [...personal]);
}

/** Below so many guesses a password counts as common: it, or the pieces it is made of, stand in every cracker's list. */
const COMMON_GUESSES_LOG10 = 9;

/**
 * Why a password cannot be chosen, as a sentence; null where it can.
 * @param personal name, e-mail address and the like, by which others would guess first.
 */
export function passwordProblem(password: string, personal: readonly string[] = []): string | null {
  const letters = [...password].length;
  if (letters < PASSWORD_MINIMUM_LETTERS) {
    return `The password has ${letters} ${letters === 1 ? 'character' : 'characters'}; it needs at least ${PASSWORD_MINIMUM_LETTERS}.`;
  }
  if (letters > PASSWORD_MAXIMUM_LETTERS) {
    return `The password has ${letters} characters; at most ${PASSWORD_MAXIMUM_LETTERS} are possible.`;
  }
  const pieces = ['rampline', ...personal]
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((text) => text.length > 2);
  if (strength(password, pieces).guessesLog10 < COMMON_GUESSES_LOG10) {
    return 'This password is common or easy to guess. Take several words that do not belong together.';
  }
  return null;
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2);
}

let decoy: Promise<string> | undefined;

/** Whether a password is the right one. Where there is none, it takes as long to say no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a decoy that nobody has');
  const right = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'));
  return passwordHash !== null && right;
}
