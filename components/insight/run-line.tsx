'use client';

import { Button } from '@mantine/core';
import { formatCount } from '@/lib/format/number';
import type { InsightKind } from '@/lib/runner/insight-types';
import styles from './insight.module.css';
import type { Insight } from './use-insight';

interface RunLineProps<K extends InsightKind> {
  readonly insight: Insight<K>;
  /** What is being computed: "Drivers from 2,048 futures". */
  readonly what: string;
  /** What the progress counts. */
  readonly unit: 'futures' | 'runs';
  /** It may end before so many. */
  readonly atMost?: boolean;
  /** Before the reason where there is no answer. */
  readonly failure?: string;
}

/** How far a computation is, a way to stop it, and why there is no answer. Nothing where all is well. */
export function RunLine<K extends InsightKind>({ insight, what, unit, atMost, failure }: RunLineProps<K>) {
  const { status, progress, problem } = insight.state;
  const most = atMost ? 'at most ' : '';
  return (
    <div role="status" aria-label={what}>
      {status === 'running' ? (
        <div className={styles.runLine}>
          <span>
            {what}
            {progress ? `: ${formatCount(progress.done)} of ${most}${formatCount(progress.of)} ${unit}` : ', starting'}
          </span>
          <progress
            className={styles.progress}
            aria-label={what}
            max={1}
            value={progress ? progress.done / Math.max(1, progress.of) : 0}
          />
          <Button variant="default" onClick={insight.cancel}>
            Cancel
          </Button>
        </div>
      ) : null}
      {status === 'cancelled' ? <p className={styles.muted}>Cancelled. Nothing was changed.</p> : null}
      {problem ? <p className={styles.problem}>{failure ? `${failure} ${problem}` : problem}</p> : null}
    </div>
  );
}
