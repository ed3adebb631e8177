'use client';

import {
  IconAlertTriangle,
  IconBuildingFactory2,
  IconCash,
  IconChartHistogram,
  IconChecklist,
  IconCoins,
  IconPackage,
  IconQuote,
  IconTimeline,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type SectionId, sections } from '@/lib/workbench/sections';
import styles from './rail.module.css';
import { useActions, useWorkbench } from './workbench-context';

const icons: Readonly<Record<SectionId, ReactNode>> = {
  timeline: <IconTimeline size={16} aria-hidden />,
  lines: <IconBuildingFactory2 size={16} aria-hidden />,
  supply: <IconPackage size={16} aria-hidden />,
  investment: <IconCash size={16} aria-hidden />,
  cost: <IconCoins size={16} aria-hidden />,
  market: <IconChartHistogram size={16} aria-hidden />,
  risks: <IconAlertTriangle size={16} aria-hidden />,
  sources: <IconQuote size={16} aria-hidden />,
  checks: <IconChecklist size={16} aria-hidden />,
};

export function Rail() {
  const section = useWorkbench((state) => state.section);
  const actions = useActions();
  return (
    <nav className={styles.rail} aria-label="Sections of the scenario">
      <ul>
        {sections.map(({ id, label, digit }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === section ? 'page' : undefined}
              title={`${label} (${digit})`}
              onClick={() => actions.setSection(id)}
            >
              {icons[id]}
              {label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
