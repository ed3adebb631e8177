import { openScenario } from '../engine/run-scenario';
import type { CompiledScenario, Outcome } from '../engine/types';
import { documentHash } from '../scenario/document-hash';
import { validateDocument } from '../scenario/validate';

/** Validates a document of unknown origin, names it by its hash and compiles it. */
export function openDocument(value: unknown): Outcome<CompiledScenario> {
  const checked = validateDocument(value);
  if (!checked.ok) return checked;
  const document = checked.value;
  return { ok: true, value: openScenario(document, { documentHash: documentHash(document) }) };
}
