'use client';

import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { formatCount } from '@/lib/format/number';
import { IconButton } from '../ui/icon-button';
import styles from './header.module.css';
import { useActions, useWorkbench } from './workbench-context';

/** How many futures the figures rest on, how far the run is, and a way to stop it. */
export function RunStatus() {
  const run = useWorkbench((state) => state.run);
  const actions = useActions();
  const trials = run.shown?.update.trials.trials;
  const full = run.shown?.update.stage === 'full';
  const words =
    trials === undefined ? 'computing' : `${formatCount(trials)} trials${full && run.status === 'done' ? ' ✓' : ''}`;
  const done = run.progress ? run.progress.done / Math.max(1, run.progress.of) : 0;
  return (
    <div className={styles.run}>
      <span className={styles.trials}>{words}</span>
      {run.status === 'running' ? (
        <>
          <progress className={styles.progress} aria-label="Trials done" max={1} value={done} />
          <IconButton name="Stop the run" icon={<IconPlayerStop size={14} />} onClick={actions.cancelRun} />
        </>
      ) : null}
      {run.status === 'cancelled' || run.status === 'failed' ? (
        <IconButton name="Run all trials" icon={<IconRefresh size={14} />} onClick={actions.runAgain} />
      ) : null}
      {run.message ? (
        <span className={styles.problem} role="alert">
          {run.message}
        </span>
      ) : null}
    </div>
  );
}
