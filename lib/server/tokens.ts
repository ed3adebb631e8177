import { createHash, createHmac, randomBytes } from 'node:crypto';
import { environment } from './environment';

/** A secret of 256 bits for a link. Shown once; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hexadecimal. No salt and no stretching: a token is random enough not to be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A hash by which things can be counted but not, without the server's secret, recognised. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', environment().secret).update(`${purpose}\n${value}`).digest('hex');
}
