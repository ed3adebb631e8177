import { expect, test } from 'vitest';
import { contentSecurityPolicy, SECURITY_HEADERS } from './security-headers';

test('in production no script and no style sheet runs without the nonce', () => {
  const policy = new Map(
    contentSecurityPolicy('n0', false)
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );
  expect(policy.get('script-src')).toEqual(["'self'", "'nonce-n0'", "'strict-dynamic'", "'wasm-unsafe-eval'"]);
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-n0'"]);
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
});

test('no answer may be framed, sniffed or leak its address to other origins', () => {
  expect(SECURITY_HEADERS).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  });
});
