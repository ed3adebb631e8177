import type { Move } from '../engine/compile/moves';
import { openScenario } from '../engine/run-scenario';
import type { CompiledScenario, Outcome } from '../engine/types';
import { documentHash } from '../scenario/document-hash';
import { validateDocument } from '../scenario/validate';
import { checkMoves } from './check-moves';

/**
 * Validates a document of unknown origin, names it by its hash and compiles it. `moves`: inputs that are moved away
 * from what it says, within their ranges.
 */
export function openDocument(value: unknown, moves: readonly Move[] = []): Outcome<CompiledScenario> {
  const checked = validateDocument(value);
  if (!checked.ok) return checked;
  const document = checked.value;
  const errors = moves.length > 0 ? checkMoves(document, moves) : [];
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: openScenario(document, { documentHash: documentHash(document), moves }) };
}
