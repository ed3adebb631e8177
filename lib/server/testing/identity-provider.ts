import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is at the provider's keyboard. */
  signedIn: Claims;
  /** Turn on to have the provider answer with a nonce that nobody asked for. */
  forgeNonce: boolean;
  readonly close: () => Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly claims: Claims;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** An OpenID Connect provider of the least kind: discovery, code flow with PKCE, RS256. Checks what it is sent. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: IdentityProvider = {
    issuer,
    clientId: 'rampline',
    clientSecret: 'a secret of the client',
    signedIn: { sub: 'nobody' },
    forgeNonce: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function signed(claims: object): string {
    const content = `${base64url({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${base64url(claims)}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
  }

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    grants.set(code, {
      challenge: query.get('code_challenge') ?? '',
      nonce: provider.forgeNonce ? 'forged' : (query.get('nonce') ?? ''),
      claims: provider.signedIn,
    });
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from(
      `${provider.clientId}:${encodeURIComponent(provider.clientSecret).replaceAll('%20', '+')}`,
    );
    const known = request.headers.authorization === `Basic ${basic.toString('base64')}`;
    if (!grant || !known || challenge !== grant.challenge) return sendJson(response, { error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const { claims, nonce } = grant;
    const idToken = signed({ ...claims, nonce, iss: issuer, aud: provider.clientId, iat: now, exp: now + 60 });
    return sendJson(response, { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken });
  }

  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/authorize') return authorize(url.searchParams, response);
    if (url.pathname === '/token') return void token(request, response);
    if (url.pathname === '/jwks') {
      return sendJson(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      });
    }
    return sendJson(response, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  return provider;
}
