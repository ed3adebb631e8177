import type { Outcome } from '../../engine/types';
import type { ScenarioDocument } from '../../scenario/document';
import { documentHash } from '../../scenario/document-hash';
import { validateDocument } from '../../scenario/validate';

/** A document that has passed validation, with the text that is stored and the hash that names it. */
export interface CheckedDocument {
  readonly document: ScenarioDocument;
  readonly text: string;
  readonly contentHash: string;
}

/** Validates what came in; every error in one pass. */
export function checkDocument(value: unknown): Outcome<CheckedDocument> {
  const outcome = validateDocument(value);
  if (!outcome.ok) return outcome;
  const document = outcome.value;
  return { ok: true, value: { document, text: JSON.stringify(document), contentHash: documentHash(document) } };
}

/** A stored document that is not valid any more: written by hand, or by another version. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument';
}

/** Reads a stored document. @throws DamagedDocument naming the first thing wrong with it. */
export function readDocument(text: string): ScenarioDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DamagedDocument('The stored scenario is not JSON.');
  }
  const outcome = validateDocument(value);
  if (!outcome.ok) throw new DamagedDocument(`The stored scenario is not valid: ${outcome.errors[0]?.message ?? ''}`);
  return outcome.value;
}
