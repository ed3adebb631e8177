'use client';

import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { hasShareChoice, lanesOf, marketInSight, resultsFor, type Sight } from '@/lib/workbench/in-sight';
import type { ShownResults } from '@/lib/workbench/workbench-types';
import { LaneStack } from '../charts/lane-stack';
import { IconButton } from '../ui/icon-button';
import styles from './lanes-panel.module.css';
import { useSharedTime } from './use-shared-time';
import { useActions, useDrawnDocument, useWorkbench } from './workbench-context';

interface LanesPanelProps {
  /** A time axis of its own; not where it stands right under the Gantt. */
  readonly axis: boolean;
}

/** What a section moves, month by month, on the one time axis. */
export function LanesPanel({ axis }: LanesPanelProps) {
  const actions = useActions();
  const document = useDrawnDocument();
  const results = useWorkbench(({ run, section: at, shareOf: of }) =>
    resultsFor(run, { section: at, shareOf: of, openMonth: null }),
  );
  const section = useWorkbench((state) => state.section);
  const shareOf = useWorkbench((state) => state.shareOf);
  const segments = document.market?.segments ?? [];
  const sight = { section, shareOf, openMonth: null };
  const chosen = marketInSight(sight, document);
  return (
    <section className={styles.lanes} aria-label="What it moves">
      <div className={styles.bar}>
        <h2 className={styles.title}>What it moves</h2>
        {hasShareChoice(section) && segments.length > 0 ? (
          <label className={styles.choice}>
            Share of
            <select
              value={chosen === 'all' ? '' : chosen.segment}
              onChange={({ target }) => actions.setShareOf(target.value)}
            >
              <option value="">all segments</option>
              {segments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <div className={styles.zoom}>
          <IconButton name="Closer" shortcut="+" icon={<IconZoomIn size={14} />} onClick={() => actions.zoom(0.6)} />
          <IconButton
            name="Further"
            shortcut="-"
            icon={<IconZoomOut size={14} />}
            onClick={() => actions.zoom(1 / 0.6)}
          />
          <button type="button" className={styles.all} onClick={actions.showAll}>
            whole horizon
          </button>
        </div>
      </div>
      {results ? (
        <Lanes results={results} sight={sight} axis={axis} />
      ) : (
        <p className={styles.wait}>The first 512 futures are being computed.</p>
      )}
    </section>
  );
}

interface LanesProps extends LanesPanelProps {
  readonly results: ShownResults;
  readonly sight: Sight;
}

/** The lanes of a section from results; they are drawn anew with others, not with every field that is edited. */
function Lanes({ results: { document, update }, sight, axis }: LanesProps) {
  const actions = useActions();
  const time = useSharedTime();
  return (
    <LaneStack
      {...time}
      axis={axis}
      results={{ document, plan: update.plan, trials: update.trials }}
      lanes={lanesOf(sight.section, document)}
      options={{ market: marketInSight(sight, document) }}
      onMonth={actions.openMonth}
    />
  );
}
