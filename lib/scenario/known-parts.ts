/** What has been found out about a part of a document as an item of a list. */
export interface KnownForm {
  /** The shape that it was held against. */
  readonly shape: unknown;
  /** The inputs inside it, by path. */
  readonly inputs: ReadonlyMap<string, unknown>;
}

/**
 * What is known of the parts of documents that follow each other and share all that an edit leaves as it was. Only for
 * whoever never changes a part in place: it is known by its identity, and forgotten when nobody holds it any more.
 */
export interface KnownParts {
  /** Items whose form is in order, by item and path. */
  readonly forms: WeakMap<object, Map<string, KnownForm>>;
  /** Parts in which all evidence is found, with the list of sources among which it was looked for. */
  readonly evidence: WeakMap<object, object>;
  /** Parts that are in order by themselves, whatever stands around them: calendars, a baseline. */
  readonly sound: WeakSet<object>;
  /** Canonical texts. */
  readonly texts: WeakMap<object, string>;
}

/** A memory in which nothing is known yet. */
export function createKnownParts(): KnownParts {
  return { forms: new WeakMap(), evidence: new WeakMap(), sound: new WeakSet(), texts: new WeakMap() };
}
