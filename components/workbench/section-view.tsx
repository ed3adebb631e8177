'use client';

import { type CSSProperties, type RefObject, useRef, useState } from 'react';
import { lanesOf } from '@/lib/workbench/in-sight';
import type { SectionId } from '@/lib/workbench/sections';
import { LanesPanel } from './lanes-panel';
import styles from './section-view.module.css';
import { ChecksSection } from './sections/checks-section';
import { FirstSteps, isEmpty } from './sections/first-steps';
import { LinesSection } from './sections/lines-section';
import { MarketSection } from './sections/market-section';
import { CostSection, InvestmentSection } from './sections/money-sections';
import { RisksSection } from './sections/risks-section';
import { SourcesSection } from './sections/sources-section';
import { SupplySection } from './sections/supply-section';
import { TimelineSection, type TimelineView } from './sections/timeline-section';
import { useDrawnDocument, useWorkbench } from './workbench-context';

interface EditorProps {
  readonly section: SectionId;
  readonly timeline: TimelineView;
  readonly onTimeline: (view: TimelineView) => void;
}

function Editor({ section, timeline, onTimeline }: EditorProps) {
  switch (section) {
    case 'timeline':
      return <TimelineSection view={timeline} onView={onTimeline} />;
    case 'lines':
      return <LinesSection />;
    case 'supply':
      return <SupplySection />;
    case 'investment':
      return <InvestmentSection />;
    case 'cost':
      return <CostSection />;
    case 'market':
      return <MarketSection />;
    case 'risks':
      return <RisksSection />;
    case 'sources':
      return <SourcesSection />;
    case 'checks':
      return <ChecksSection />;
    default:
      return section satisfies never;
  }
}

/** One section: its editor above, the lanes that it moves below, the line between them where the reader wants it. */
export function SectionView() {
  const section = useWorkbench((state) => state.section);
  const document = useDrawnDocument();
  const [share, setShare] = useState(50);
  const [timeline, setTimeline] = useState<TimelineView>('gantt');
  const view = useRef<HTMLElement>(null);
  const hasLanes = !isEmpty(document) && lanesOf(section, document).length > 0;
  const style = { '--split': `${share}%` } as CSSProperties;
  return (
    <main className={styles.view} id="main" ref={view} style={style} data-lanes={hasLanes || undefined}>
      <div className={styles.editor} key={section}>
        {section === 'timeline' ? <FirstSteps /> : null}
        <Editor section={section} timeline={timeline} onTimeline={setTimeline} />
      </div>
      {hasLanes ? (
        <>
          <SplitLine share={share} onShare={setShare} view={view} />
          <div className={styles.lanes}>
            <LanesPanel axis={section !== 'timeline' || timeline === 'table'} />
          </div>
        </>
      ) : null}
    </main>
  );
}

interface SplitLineProps {
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly view: RefObject<HTMLElement | null>;
}

/** The line between editor and lanes; dragged, or moved by arrows. */
function SplitLine({ share, onShare, view }: SplitLineProps) {
  const set = (next: number) => onShare(Math.min(85, Math.max(15, Math.round(next))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged; a separator with a value can.
    <div
      className={styles.line}
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the editor"
      aria-valuemin={15}
      aria-valuemax={85}
      aria-valuenow={share}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const box = view.current?.getBoundingClientRect();
        if (box && event.currentTarget.hasPointerCapture(event.pointerId))
          set(((event.clientY - box.top) / box.height) * 100);
      }}
      onDoubleClick={() => onShare(50)}
      onKeyDown={(event) => {
        const by = { ArrowUp: -5, ArrowDown: 5 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        set(share + by);
      }}
    />
  );
}
