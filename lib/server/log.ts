type Level = 'info' | 'warn' | 'error';
type Field = string | number | boolean | null | undefined;

/**
 * Names of fields that may be logged. Whatever can tell who somebody is (names, e-mail addresses, network addresses,
 * tokens) is not among them; people appear as ids.
 */
const LOGGABLE = new Set([
  'action',
  'userId',
  'workspaceId',
  'scenarioId',
  'revisionId',
  'count',
  'milliseconds',
  'route',
  'migration',
  'code',
  'error',
  'trials',
]);

/** One line of JSON on stderr. @throws RangeError for a field that is not known to be free of personal data. */
export function log(level: Level, event: string, fields: Readonly<Record<string, Field>> = {}): void {
  for (const name of Object.keys(fields)) {
    if (!LOGGABLE.has(name)) throw new RangeError(`The field ${name} is not on the list of what may be logged.`);
  }
  if (process.env.NODE_ENV === 'test') return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

/** What of an unexpected error may be logged: its kind and code; its message may quote what a person typed. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
