import type { Instrumentation } from 'next';

/** Reads the settings when the server starts, so that a wrong one is said then and not at the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { environment } = await import('./lib/server/environment');
  environment();
}

export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { errorName, log } = await import('./lib/server/log');
  log('error', 'request', { route: context.routePath, error: errorName(error) });
};
