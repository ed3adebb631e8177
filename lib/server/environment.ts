import { z } from 'zod';

const text = z.string().trim().min(1);

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    DATABASE_URL: text
      .startsWith('file:', 'must start with "file:", as in file:data/rampline.db')
      .default('file:data/rampline.db'),
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    NEXTAUTH_URL: z.url('must be an address such as http://127.0.0.1:3000').optional(),
    OIDC_ISSUER: z.url('must be the address of the provider').optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAME: text.default('your organisation'),
  })
  .refine((env) => !env.OIDC_ISSUER || env.OIDC_CLIENT_ID, {
    path: ['OIDC_CLIENT_ID'],
    message: 'is needed where OIDC_ISSUER is set',
  });

export interface Environment {
  readonly mode: 'development' | 'production' | 'test';
  readonly databaseUrl: string;
  /** Signs the cookies and keys the hashes by which sign-in attempts are counted. */
  readonly secret: string;
  readonly publicAddress: string;
  readonly openIdConnect: OpenIdConnectSettings | null;
}

export interface OpenIdConnectSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** As shown on the sign-in button. */
  readonly name: string;
}

/**
 * Reads the settings from environment variables; empty ones count as absent.
 * @throws Error with one sentence per variable that cannot be used.
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    throw new Error(`The settings cannot be used. ${sentences.join(' ')}`);
  }
  const env = parsed.data;
  if (!env.NEXTAUTH_SECRET && env.NODE_ENV === 'production') {
    throw new Error('The settings cannot be used. NEXTAUTH_SECRET is missing; `npm start` creates one.');
  }
  return {
    mode: env.NODE_ENV,
    databaseUrl: env.DATABASE_URL,
    secret: env.NEXTAUTH_SECRET ?? 'only-for-development-and-tests-0123456789',
    publicAddress: env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000',
    openIdConnect: env.OIDC_ISSUER
      ? {
          issuer: env.OIDC_ISSUER.replace(/\/$/, ''),
          clientId: env.OIDC_CLIENT_ID ?? '',
          clientSecret: env.OIDC_CLIENT_SECRET,
          name: env.OIDC_NAME,
        }
      : null,
  };
}

let parsed: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}
