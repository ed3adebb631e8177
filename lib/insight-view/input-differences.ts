import { type InputEntry, listInputs } from '../engine/inputs/list-inputs';
import { withoutMeta } from '../engine/insight/mixture';
import { formatQuantity } from '../format/quantity';
import type { ScenarioDocument } from '../scenario/document';
import { writeInput } from '../scenario/paths';
import { unitText, variableOf } from '../scenario/variables';
import { documentChanges } from '../workbench/document-changes';
import { inputLabel } from './input-label';

/** One input that two scenarios do not share, in words. */
export interface InputDifference {
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface Differences {
  readonly inputs: readonly InputDifference[];
  /** What differs beside inputs (logic, constraints, policies), a sentence each. */
  readonly other: readonly string[];
}

const ABSENT = 'not there';

function bareValue(entry: InputEntry): unknown {
  if (entry.kind === 'event') return 'event';
  return withoutMeta(entry.kind === 'quantity' ? entry.quantity : entry.trajectory);
}

function words(document: ScenarioDocument, entry: InputEntry | undefined): string {
  if (entry === undefined) return ABSENT;
  if (entry.kind === 'event') return 'drawn in each future';
  const unit = unitText(variableOf(entry.path)?.unit ?? '', document.currency);
  return formatQuantity(entry.kind === 'quantity' ? entry.quantity : entry.trajectory, { unit });
}

/**
 * What differs between two scenarios: each input with both its values, by path, in the order of the first document;
 * then everything that is no input. Notes and sources are left out, they change no number.
 */
export function differencesBetween(before: ScenarioDocument, after: ScenarioDocument): Differences {
  const old = new Map(listInputs(before).map((entry) => [entry.path, entry]));
  const now = new Map(listInputs(after).map((entry) => [entry.path, entry]));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((path) => {
    const [a, b] = [old.get(path), now.get(path)];
    if (a === undefined || b === undefined) return (a ?? b)?.kind !== 'event';
    return JSON.stringify(bareValue(a)) !== JSON.stringify(bareValue(b));
  });
  const inputs = changed.map((path) => ({
    path,
    label: inputLabel(old.has(path) ? before : after, path),
    before: words(before, old.get(path)),
    after: words(after, now.get(path)),
  }));
  return { inputs, other: otherChanges(before, after, { old, now, changed }) };
}

interface Inputs {
  readonly old: ReadonlyMap<string, InputEntry>;
  readonly now: ReadonlyMap<string, InputEntry>;
  readonly changed: readonly string[];
}

/** The changes that are left once the inputs that both have say the same. */
function otherChanges(
  before: ScenarioDocument,
  after: ScenarioDocument,
  { old, now, changed }: Inputs,
): readonly string[] {
  let level = after;
  for (const path of changed) {
    const entry = old.get(path);
    if (entry === undefined || !now.has(path) || entry.kind === 'event') continue;
    level = writeInput(level, path, entry.kind === 'quantity' ? entry.quantity : entry.trajectory);
  }
  // Names, sources and the analyst's own checks say nothing about the futures.
  const bare = (document: ScenarioDocument): ScenarioDocument => {
    const { name: _name, description: _description, sources: _sources, checks: _checks, ...rest } = document;
    return withoutMeta(rest) as ScenarioDocument;
  };
  return documentChanges(bare(before), bare(level));
}
