'use client';

import type { LaneId } from '@/lib/charts/lanes/lane-catalogue';
import type { ScenarioDocument } from '@/lib/scenario/document';
import type { SectionId } from '@/lib/workbench/sections';
import { LanesPanel } from './lanes-panel';
import styles from './section-view.module.css';
import { ChecksSection } from './sections/checks-section';
import { LinesSection } from './sections/lines-section';
import { MarketSection } from './sections/market-section';
import { CostSection, InvestmentSection } from './sections/money-sections';
import { RisksSection } from './sections/risks-section';
import { SourcesSection } from './sections/sources-section';
import { SupplySection } from './sections/supply-section';
import { TimelineSection } from './sections/timeline-section';
import { useDocument, useWorkbench } from './workbench-context';

/** The lanes that a section moves. */
function lanesOf(section: SectionId, document: ScenarioDocument): readonly LaneId[] {
  const supply = (document.materials ?? []).map(({ id }): LaneId => `supply/${id}`);
  switch (section) {
    case 'timeline':
      return ['bottleneck', 'output', 'share', 'sop'];
    case 'lines':
      return ['output', 'bottleneck', 'cost', 'cash'];
    case 'supply':
      return [...supply, 'bottleneck', 'output'];
    case 'investment':
      return ['cash', 'bottleneck', 'sop'];
    case 'cost':
      return ['cost', 'cash', 'ownShare'];
    case 'market':
      return ['share', 'ownShare', 'output'];
    case 'risks':
      return ['bottleneck', 'sop', 'output'];
    case 'sources':
      return [];
    case 'checks':
      return ['sop', 'ownShare', 'cash'];
    default:
      return section satisfies never;
  }
}

function Editor({ section }: { readonly section: SectionId }) {
  switch (section) {
    case 'timeline':
      return <TimelineSection />;
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

/** One section: its editor above, the lanes that it moves below. */
export function SectionView() {
  const section = useWorkbench((state) => state.section);
  const document = useDocument();
  return (
    <main className={styles.view} id="main">
      <div className={styles.editor} key={section}>
        <Editor section={section} />
      </div>
      <LanesPanel lanes={lanesOf(section, document)} axis market={section === 'market' || section === 'timeline'} />
    </main>
  );
}
