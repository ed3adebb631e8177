import type { Outcome } from '../engine/types';
import type { ScenarioDocument } from './document';
import { SCHEMA_VERSION } from './schema-version';
import { validateDocument } from './validate';
import { isRecord } from './validation/walk';

/** Turns a document of one version into one of the next. */
type Upgrade = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By the version that each one starts from. Version 2 is the first that left the house, so there are none yet. */
const UPGRADES: ReadonlyMap<number, Upgrade> = new Map();

/**
 * Reads a document of any version: an older one is brought up step by step and then validated, a newer one, or one
 * from before the first upgrade, is refused in words that name both versions.
 *
 * @example upgradeDocument({ schemaVersion: 3 }) // { ok: false, errors: [{ path: 'schemaVersion', rule: 'version', ... }] }
 */
export function upgradeDocument(value: unknown): Outcome<ScenarioDocument> {
  let document = value;
  while (isRecord(document) && typeof document.schemaVersion === 'number' && document.schemaVersion < SCHEMA_VERSION) {
    const upgrade = UPGRADES.get(document.schemaVersion);
    if (upgrade === undefined) break;
    document = upgrade(document);
  }
  return validateDocument(document);
}
