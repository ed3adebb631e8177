import type { DocumentError } from './document';

/** The version of the document format that this product writes. */
export const SCHEMA_VERSION = 2;

/** What is wrong with the version of a document, or undefined where nothing is (a missing one is told with the form). */
export function versionFault(version: unknown): DocumentError | undefined {
  if (version === undefined || version === SCHEMA_VERSION) return undefined;
  const path = 'schemaVersion';
  if (typeof version !== 'number' || !Number.isFinite(version)) {
    const message = `Schema version (schemaVersion) must be the number ${SCHEMA_VERSION}.`;
    return { path, value: typeof version === 'string' ? version.slice(0, 120) : null, rule: 'type', message };
  }
  const message =
    version > SCHEMA_VERSION
      ? `The document has schema version ${version}, newer than ${SCHEMA_VERSION}, which is the newest that can be read here.`
      : `The document has schema version ${version}; only version ${SCHEMA_VERSION} can be read here.`;
  return { path, value: version, rule: 'version', message };
}
