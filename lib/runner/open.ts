import { createKnownSamplers, type KnownSamplers } from '../engine/compile/kept-samplers';
import type { Move } from '../engine/compile/moves';
import { openScenario } from '../engine/run-scenario';
import type { CompiledScenario, Outcome } from '../engine/types';
import { documentHash } from '../scenario/document-hash';
import { createKnownParts, type KnownParts } from '../scenario/known-parts';
import { validateDocument } from '../scenario/validate';
import { checkMoves } from './check-moves';

/** What is known of documents that follow each other and share all that an edit leaves as it was. */
export interface KnownDocuments {
  readonly parts: KnownParts;
  readonly samplers: KnownSamplers;
}

/** A memory in which nothing is known yet. */
export function createKnownDocuments(): KnownDocuments {
  return { parts: createKnownParts(), samplers: createKnownSamplers() };
}

/**
 * Validates a document of unknown origin, names it by its hash and compiles it. `moves`: inputs that are moved away
 * from what it says, within their ranges. `known`: what is known of documents before this one, of which no part is ever
 * changed in place.
 */
export function openDocument(
  value: unknown,
  moves: readonly Move[] = [],
  known?: KnownDocuments,
): Outcome<CompiledScenario> {
  const checked = validateDocument(value, known?.parts);
  if (!checked.ok) return checked;
  const document = checked.value;
  const errors = moves.length > 0 ? checkMoves(document, moves) : [];
  if (errors.length > 0) return { ok: false, errors };
  const hash = documentHash(document, known?.parts);
  return { ok: true, value: openScenario(document, { documentHash: hash, moves, known: known?.samplers }) };
}
