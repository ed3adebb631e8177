/** What an action answers: what came of it, or one sentence for the person and the field it belongs to. */
export type ActionResult<T = null> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly message: string; readonly field?: string };

export function done(): ActionResult;
export function done<T>(value: T): ActionResult<T>;
export function done(value: unknown = null): ActionResult<unknown> {
  return { kind: 'done', value };
}

export function refused(message: string, field?: string): { kind: 'refused'; message: string; field?: string } {
  return field === undefined ? { kind: 'refused', message } : { kind: 'refused', message, field };
}

/** The answer to whoever may not know whether it exists. */
export const NOT_THERE = refused('It does not exist, or you are no longer a member of its workspace.');
