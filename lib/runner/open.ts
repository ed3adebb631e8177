import type { Move } from '../engine/compile/moves';
import { openScenario } from '../engine/run-scenario';
import type { CompiledScenario, Outcome } from '../engine/types';
import { documentHash } from '../scenario/document-hash';
import type { KnownParts } from '../scenario/known-parts';
import { validateDocument } from '../scenario/validate';
import { checkMoves } from './check-moves';

/**
 * Validates a document of unknown origin, names it by its hash and compiles it. `moves`: inputs that are moved away
 * from what it says, within their ranges. `known`: what is known of documents before this one, of which no part is ever
 * changed in place.
 */
export function openDocument(
  value: unknown,
  moves: readonly Move[] = [],
  known?: KnownParts,
): Outcome<CompiledScenario> {
  const checked = validateDocument(value, known);
  if (!checked.ok) return checked;
  const document = checked.value;
  const errors = moves.length > 0 ? checkMoves(document, moves) : [];
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: openScenario(document, { documentHash: documentHash(document, known), moves }) };
}
