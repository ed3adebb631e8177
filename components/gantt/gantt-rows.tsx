'use client';

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { GanttBar, GanttLayout } from '@/lib/charts/gantt/gantt-layout';
import { phaseColour } from '@/lib/charts/gantt/gantt-scene';
import type { ChartTheme } from '@/lib/charts/scene';
import type { TrialsResult } from '@/lib/engine/results/result-types';
import styles from './gantt.module.css';
import { durationText, taskWords } from './task-words';

interface GanttRowsProps {
  readonly id: string;
  readonly label: string;
  readonly layout: GanttLayout;
  readonly trials: TrialsResult | null;
  readonly theme: ChartTheme;
  readonly width: number;
  readonly selected: ReadonlySet<string>;
  readonly focused: string | null;
  /** The task from which a link is being drawn by keyboard. */
  readonly linkFrom: string | null;
  readonly onKey: (event: KeyboardEvent, bar: GanttBar) => void;
  readonly onFocus: (taskId: string) => void;
  readonly onPress: (bar: GanttBar, event: MouseEvent) => void;
  readonly onToggle: (taskId: string, expanded: boolean) => void;
  readonly onOpen: (taskId: string) => void;
}

const NARROW_PX = 160;

function Row({ bar, props }: { readonly bar: GanttBar; readonly props: GanttRowsProps }) {
  const { row } = bar;
  const { task } = row;
  const narrow = props.width < NARROW_PX;
  const words = taskWords(bar, props.trials);
  const chosen = props.selected.has(task.id);
  const state = `${chosen ? styles.selected : ''} ${props.linkFrom === task.id ? styles.linkFrom : ''}`;
  const Icon = row.expanded ? IconChevronDown : IconChevronRight;
  return (
    <tr
      id={`${props.id}-${row.index}`}
      data-task={task.id}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded}
      aria-selected={chosen}
      tabIndex={props.focused === task.id ? 0 : -1}
      className={`${styles.row} ${row.kind === 'summary' ? styles.summary : ''} ${state}`}
      style={{ height: props.layout.rowHeight }}
      onKeyDown={(event) => props.onKey(event, bar)}
      onFocus={() => props.onFocus(task.id)}
      onClick={(event) => props.onPress(bar, event)}
      onDoubleClick={() => props.onOpen(task.id)}
    >
      <th
        scope="row"
        className={styles.name}
        style={{ paddingLeft: 4 + (row.level - 1) * (narrow ? 6 : 14) }}
        title={task.name}
      >
        {row.expanded === undefined ? (
          <span className={styles.spacer} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.toggle}
            aria-label={row.expanded ? `Close ${task.name}` : `Open ${task.name}`}
            onClick={(event) => {
              event.stopPropagation();
              props.onToggle(task.id, !row.expanded);
            }}
          >
            <Icon size={14} aria-hidden />
          </button>
        )}
        {row.level === 1 && row.kind === 'summary' && (
          <span className={styles.phase} style={{ background: phaseColour(props.theme, row.phase) }} />
        )}
        <span className={styles.nameText}>{task.name}</span>
      </th>
      <td className={narrow ? styles.hidden : styles.duration} aria-label={`Duration: ${words.duration}`}>
        {durationText(bar)}
      </td>
      <td className={styles.hidden}>{`Start: ${words.start}`}</td>
      <td className={styles.hidden}>{`Finish: ${words.finish}, ${words.range}`}</td>
      <td className={styles.hidden}>{words.path || 'not on the driving path'}</td>
    </tr>
  );
}

/** The tree of tasks: names, and every date in words for readers of the screen. All editing keys live here. */
export function GanttRows(props: GanttRowsProps) {
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows open, close and are edited
      role="treegrid"
      aria-label={props.label}
      aria-multiselectable
      aria-describedby={`${props.id}-keys`}
      className={styles.rows}
      style={{ width: props.width }}
    >
      <thead className={styles.hidden}>
        <tr>
          {['Task', 'Duration', 'Start', 'Finish', 'Path'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.rowsBody}>
        {props.layout.bars.map((bar) => (
          <Row key={bar.row.task.id} bar={bar} props={props} />
        ))}
      </tbody>
    </table>
  );
}
