import { listInputs } from '../engine/inputs/list-inputs';
import type { ScenarioDocument } from '../scenario/document';
import { inputName } from './input-name';
import { linkId } from './place';
import { type ObjectKind, objectKinds, type SectionId, type Selection, sections } from './sections';
import { selectionOfPath } from './selection-of-path';

/** Something that can be gone to: a section, a thing, or an input of it. */
export interface Findable {
  readonly label: string;
  /** What it is. */
  readonly kind: string;
  readonly section: SectionId;
  readonly selection: Selection | null;
  /** The field to open in the inspector. */
  readonly field: string | null;
}

const sectionOf: Readonly<Record<ObjectKind, SectionId>> = {
  scenario: 'timeline',
  calendar: 'timeline',
  task: 'timeline',
  link: 'timeline',
  line: 'lines',
  material: 'supply',
  contract: 'supply',
  funding: 'investment',
  tranche: 'investment',
  cost: 'cost',
  pricing: 'cost',
  own: 'market',
  segment: 'market',
  technology: 'market',
  risk: 'risks',
  correlation: 'risks',
  target: 'checks',
  check: 'checks',
  source: 'sources',
};

type Named = readonly {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly supplier?: string;
}[];

function things(document: ScenarioDocument): Findable[] {
  const lists: readonly (readonly [ObjectKind, Named | undefined])[] = [
    ['task', document.tasks],
    ['line', document.lines],
    ['material', document.materials],
    ['contract', document.materials?.flatMap(({ contracts }) => contracts)],
    ['tranche', document.funding?.tranches],
    ['segment', document.market?.segments],
    ['technology', document.market?.technologies],
    ['risk', document.risks],
    ['target', document.targets],
    ['check', document.checks],
    ['source', document.sources],
    ['calendar', document.calendars],
    ['link', document.links?.map((link) => ({ id: linkId(link), name: linkName(document, link) }))],
  ];
  return lists.flatMap(([kind, list]) =>
    (list ?? []).map(({ id, name, title, supplier }) => ({
      label: name ?? title ?? supplier ?? id,
      kind: objectKinds[kind].one,
      section: sectionOf[kind],
      selection: { kind, id },
      field: null,
    })),
  );
}

function linkName(document: ScenarioDocument, link: { readonly from: string; readonly to: string }): string {
  const name = (id: string) => document.tasks?.find((task) => task.id === id)?.name ?? id;
  return `${name(link.from)} → ${name(link.to)}`;
}

/** Everything in a document that can be gone to, sections first. */
export function findables(document: ScenarioDocument): readonly Findable[] {
  const parts = sections.map(
    ({ id, label }): Findable => ({ label, kind: 'Section', section: id, selection: null, field: null }),
  );
  const inputs = listInputs(document).flatMap(({ path, kind }): Findable[] => {
    const selection = kind === 'event' ? null : selectionOfPath(path);
    if (!selection) return [];
    return [
      { label: inputName(document, path), kind: 'Input', section: sectionOf[selection.kind], selection, field: path },
    ];
  });
  return [...parts, ...things(document), ...inputs];
}

/**
 * The best matches of what is typed: every word must occur; a label that begins with it comes first, then shorter ones.
 */
export function matches(all: readonly Findable[], typed: string, most: number): readonly Findable[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return all.slice(0, most);
  const scored: { readonly found: Findable; readonly score: number }[] = [];
  for (const found of all) {
    const text = `${found.label} ${found.kind}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const begins = text.startsWith(words[0] ?? '') ? 0 : 1000;
    scored.push({ found, score: begins + found.label.length });
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ found }) => found);
}
