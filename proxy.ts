import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, SECURITY_HEADERS, STRICT_TRANSPORT } from './lib/server/security-headers';

/** Gives each page its nonce and headers. Who may see what is decided in the queries, never here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  if (process.env.NEXTAUTH_URL?.startsWith('https:')) response.headers.set(...STRICT_TRANSPORT);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|fonts/|icon.svg).*)'] };
