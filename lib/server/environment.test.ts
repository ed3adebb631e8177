import { expect, test } from 'vitest';
import { parseEnvironment } from './environment';

const secret = 'x'.repeat(32);

test('without variables the database lies under data/ and nobody signs in through a provider', () => {
  const env = parseEnvironment({ NODE_ENV: 'production', NEXTAUTH_SECRET: secret });
  expect(env.databaseUrl).toBe('file:data/rampline.db');
  expect(env.openIdConnect).toBeNull();
});

test('in production there is no secret but the given one', () => {
  expect(() => parseEnvironment({ NODE_ENV: 'production' })).toThrow(/NEXTAUTH_SECRET is missing/);
  expect(() => parseEnvironment({ NODE_ENV: 'production', NEXTAUTH_SECRET: 'short' })).toThrow(/at least 32/);
});

test('every variable that cannot be used is named in one sentence each', () => {
  expect(() =>
    parseEnvironment({ NEXTAUTH_SECRET: secret, DATABASE_URL: 'mysql://x', OIDC_ISSUER: 'https://id.example' }),
  ).toThrow(/DATABASE_URL must start with "file:".*/);
  expect(() => parseEnvironment({ NEXTAUTH_SECRET: secret, OIDC_ISSUER: 'https://id.example' })).toThrow(
    /OIDC_CLIENT_ID is needed/,
  );
});

test('an empty variable is an absent one', () => {
  expect(parseEnvironment({ NEXTAUTH_SECRET: secret, OIDC_ISSUER: '', DATABASE_URL: '' }).openIdConnect).toBeNull();
});
