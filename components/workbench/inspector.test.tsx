import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { listInputs } from '@/lib/engine/inputs/list-inputs';
import type { ScenarioRunner } from '@/lib/runner/types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { referenceScenarios } from '@/lib/scenario/reference';
import { createLocalCopy } from '@/lib/workbench/local-copy';
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
    validate: (value) => ({ ok: true, value: value as ScenarioDocument }),
  });
  // Rendered to text, a component sees the initial state; here that is the present one.
  return { ...store, getInitialState: store.getState };
}

/** Places of the inputs that the inspector shows for each thing of a document. */
function placesShown(document: ScenarioDocument): ReadonlySet<string> {
  const store = storeOf(document);
  const found = new Set<string>();
  const selected = new Set<string>();
  for (const { path } of listInputs(document)) {
    const selection = selectionOfPath(path);
    const key = `${selection?.kind}/${selection?.id}`;
    if (!selection || selected.has(key)) continue;
    selected.add(key);
    store.getState().actions.select(selection);
    const html = renderToStaticMarkup(
      <MantineProvider>
        <WorkbenchProvider store={store}>
          <Inspector open={false} onClose={() => undefined} />
        </WorkbenchProvider>
      </MantineProvider>,
    );
    for (const [, place] of html.matchAll(/data-place="([^"]+)"/g))
      if (place) found.add(place.replaceAll('&#x27;', "'"));
  }
  return found;
}

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
});
