import NextAuth from 'next-auth';
import { authOptions } from '../accounts/auth-options';

export interface AuthAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: unknown;
}

export interface AuthBrowser {
  readonly get: (path: string) => Promise<AuthAnswer>;
  /** Posts a form, with the token against forged requests that a page of ours would send. */
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<AuthAnswer>;
  /** The session of the cookie, as every page would look it up. */
  readonly session: () => Promise<{ readonly viewer?: { readonly userId: string; readonly sessionId: string } }>;
  readonly cookies: Map<string, string>;
}

/** Takes over a Set-Cookie header. */
function keep(jar: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split('; ');
  const name = pair.slice(0, pair.indexOf('='));
  const value = decodeURIComponent(pair.slice(pair.indexOf('=') + 1));
  const gone = value === '' || attributes.some((text) => /^max-age=0$/i.test(text));
  if (gone) jar.delete(name);
  else jar.set(name, value);
}

function responder() {
  const headers = new Map<string, unknown>();
  const state: { status: number; location: string | undefined; body: unknown } = {
    status: 200,
    location: undefined,
    body: undefined,
  };
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value);
      if (name.toLowerCase() === 'location') state.location = String(value);
    },
    status(code: number) {
      state.status = code;
      return response;
    },
    json(body: unknown) {
      state.body = body;
    },
    send(body: unknown) {
      state.body = body;
    },
    end() {},
  };
  return { response, state, setCookies: () => [headers.get('set-cookie') ?? []].flat().map(String) };
}

/** Somebody's browser at the addresses of next-auth, with a cookie jar, without a server. */
export function openAuthBrowser(headers: Readonly<Record<string, string>> = {}): AuthBrowser {
  const jar = new Map<string, string>();
  async function ask(method: string, path: string, body: Readonly<Record<string, string>>): Promise<AuthAnswer> {
    const url = new URL(path, 'http://localhost');
    const request = {
      method,
      headers,
      cookies: Object.fromEntries(jar),
      query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split('/').filter(Boolean).slice(2) },
      body,
    };
    const { response, state, setCookies } = responder();
    await NextAuth(request as never, response as never, await authOptions());
    for (const header of setCookies()) keep(jar, header);
    return state;
  }
  const get = (path: string) => ask('GET', path, {});
  return {
    cookies: jar,
    get,
    async post(path, form) {
      const { csrfToken } = (await get('/api/auth/csrf')).body as { csrfToken: string };
      return ask('POST', path, { ...form, csrfToken });
    },
    session: async () => ((await get('/api/auth/session')).body ?? {}) as never,
  };
}
