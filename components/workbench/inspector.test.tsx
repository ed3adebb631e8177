import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { listInputs } from '@/lib/engine/inputs/list-inputs';
import type { ScenarioRunner } from '@/lib/runner/types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { referenceScenarios } from '@/lib/scenario/reference';
import { methodAnchor } from '@/lib/scenario/variables';
import { createLocalCopy } from '@/lib/workbench/local-copy';
import type { Selection } from '@/lib/workbench/sections';
import { selectionOfPath } from '@/lib/workbench/selection-of-path';
import { createWorkbench } from '@/lib/workbench/store';
import { Inspector } from './inspector';
import { WorkbenchProvider } from './workbench-context';

const never = () => new Promise<never>(() => undefined);
const runner: ScenarioRunner = { run: never, replay: never, dispose: () => undefined };

function storeOf(document: ScenarioDocument) {
  const store = createWorkbench({
    opened: {
      id: 's',
      workspaceId: 'w',
      name: document.name,
      role: 'analyst',
      mayEdit: true,
      draft: { document, version: 1, savedAt: '2026-11-24T00:00:00Z', savedBy: 'Ana' },
      revisions: [],
      userName: 'Ana',
    },
    runner,
    baseRunner: () => runner,
    local: createLocalCopy('s', 'Ana', null),
    saveDraft: never,
    nameRevision: never,
    readRevision: never,
    validate: (value) => ({ ok: true, value: value as ScenarioDocument }),
  });
  // Rendered to text, a component sees the initial state; here that is the present one.
  return { ...store, getInitialState: store.getState };
}

/** The inspector as it shows each of these things of a document. */
function inspectors(document: ScenarioDocument, selections: readonly Selection[]): readonly string[] {
  const store = storeOf(document);
  return selections.map((selection) => {
    store.getState().actions.select(selection);
    return renderToStaticMarkup(
      <MantineProvider>
        <WorkbenchProvider store={store}>
          <Inspector open={false} onClose={() => undefined} />
        </WorkbenchProvider>
      </MantineProvider>,
    );
  });
}

/** Everything that has an input, once. */
function selectionsOf(document: ScenarioDocument): readonly Selection[] {
  const found = new Map<string, Selection>();
  for (const { path } of listInputs(document)) {
    const selection = selectionOfPath(path);
    if (selection) found.set(`${selection.kind}/${selection.id}`, selection);
  }
  return [...found.values()];
}

/** What the inspector shows for each thing of a document: the input by its place, with the address that its label has. */
function placesShown(document: ScenarioDocument): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const html of inspectors(document, selectionsOf(document))) {
    for (const field of html.split('data-place="').slice(1)) {
      const place = field.slice(0, field.indexOf('"')).replaceAll('&#x27;', "'");
      found.set(place, /href="([^"]+)"/.exec(field)?.[1]);
    }
  }
  return found;
}

/** Labels of what counts for nothing, and so has no paragraph; one adds an attribute. */
const WITHOUT_PARAGRAPH = new Set(['Name', 'Note', 'Description', 'Colour', 'Owner', 'Supplier', 'Add']);

describe('inspector', () => {
  it.each(referenceScenarios.map(({ document }) => [document.name, document] as const))(
    'has a field for every input of %s',
    (_, document) => {
      const shown = placesShown(document);
      const missing = listInputs(document)
        .filter(({ kind, path }) => kind !== 'event' && !shown.has(path))
        .map(({ path }) => path);
      expect(missing).toEqual([]);
    },
  );

  it('links the label of every input to its paragraph of the method', () => {
    const { document } = referenceScenarios[0]!;
    const shown = placesShown(document);
    expect(shown.size).toBeGreaterThan(300);
    for (const [place, address] of shown) expect(address, place).toBe(`/method#${methodAnchor(place)}`);
  });

  it('leaves only what counts for nothing without one: dates, choices and references have theirs too', () => {
    const { document } = referenceScenarios[0]!;
    const others: Selection[] = [
      { kind: 'scenario', id: '' },
      { kind: 'calendar', id: document.calendars![0]!.id },
      ...(document.targets ?? []).map(({ id }): Selection => ({ kind: 'target', id })),
      ...(document.checks ?? []).map(({ id }): Selection => ({ kind: 'check', id })),
    ];
    const plain = new Set<string>();
    for (const html of inspectors(document, [...selectionsOf(document), ...others])) {
      for (const [, text] of html.matchAll(/<(?:label|span) class="_label_[^"]*"[^>]*>([^<]+)</g)) plain.add(text!);
    }
    expect([...plain].sort()).toEqual([...WITHOUT_PARAGRAPH].sort());
  });
});
