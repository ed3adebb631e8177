'use client';

import { IconX } from '@tabler/icons-react';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { linkId, readPlace } from '@/lib/workbench/place';
import { objectKinds, type Selection } from '@/lib/workbench/sections';
import { IconButton } from '../ui/icon-button';
import { CalendarForm } from './forms/calendar-form';
import { CheckForm } from './forms/check-form';
import { CorrelationForm } from './forms/correlation-form';
import { CostForm, PricingForm } from './forms/cost-forms';
import { LineForm } from './forms/line-form';
import { LinkForm } from './forms/link-form';
import { OwnForm, SegmentForm, TechnologyForm } from './forms/market-forms';
import { RiskForm } from './forms/risk-form';
import { ScenarioForm } from './forms/scenario-form';
import { SourceForm } from './forms/source-form';
import { ContractForm, FundingForm, MaterialForm, TrancheForm } from './forms/supply-forms';
import { TargetForm } from './forms/target-form';
import { TaskForm } from './forms/task-form';
import styles from './inspector.module.css';
import { useActions, useDocument, useWorkbench } from './workbench-context';

/** The name of what is selected, or null where it is gone. */
function selectedName(document: ScenarioDocument, { kind, id }: Selection): string | null {
  if (kind === 'scenario') return document.name;
  if (kind === 'link') {
    const link = document.links?.find((one) => linkId(one) === id);
    const name = (task: string) => document.tasks?.find((one) => one.id === task)?.name ?? task;
    return link ? `${name(link.from)} → ${name(link.to)}` : null;
  }
  if (kind === 'contract') {
    const contract = document.materials?.flatMap(({ contracts }) => contracts).find((one) => one.id === id);
    return contract ? contract.supplier || contract.id : null;
  }
  const { list, one } = objectKinds[kind];
  if (list === null) return one;
  const entry = readPlace(document, `${list}/${id}`) as { name?: string; title?: string } | undefined;
  return entry ? entry.name || entry.title || one : null;
}

function Form({ selection }: { readonly selection: Selection }) {
  const { kind, id } = selection;
  switch (kind) {
    case 'scenario':
      return <ScenarioForm />;
    case 'calendar':
      return <CalendarForm id={id} />;
    case 'task':
      return <TaskForm id={id} />;
    case 'link':
      return <LinkForm id={id} />;
    case 'line':
      return <LineForm id={id} />;
    case 'material':
      return <MaterialForm id={id} />;
    case 'contract':
      return <ContractForm id={id} />;
    case 'funding':
      return <FundingForm />;
    case 'tranche':
      return <TrancheForm id={id} />;
    case 'cost':
      return <CostForm />;
    case 'pricing':
      return <PricingForm />;
    case 'own':
      return <OwnForm />;
    case 'segment':
      return <SegmentForm id={id} />;
    case 'technology':
      return <TechnologyForm id={id} />;
    case 'risk':
      return <RiskForm id={id} />;
    case 'correlation':
      return <CorrelationForm id={id} />;
    case 'target':
      return <TargetForm id={id} />;
    case 'check':
      return <CheckForm id={id} />;
    case 'source':
      return <SourceForm id={id} />;
    default:
      return kind satisfies never;
  }
}

/** Everything about the thing that is selected; a sheet where the screen is narrow. */
export function Inspector({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const actions = useActions();
  const document = useDocument();
  const selection = useWorkbench((state) => state.selection);
  const name = selection ? selectedName(document, selection) : null;
  const close = () => {
    actions.select(null);
    onClose();
  };
  return (
    <aside
      className={styles.inspector}
      aria-label="Inspector"
      data-open={open || (selection !== null && name !== null) || undefined}
    >
      {selection && name !== null ? (
        <>
          <div className={styles.head}>
            <div className={styles.words}>
              <span className={styles.kind}>{objectKinds[selection.kind].one}</span>
              <h2 className={styles.title} title={name}>
                {name}
              </h2>
            </div>
            <IconButton name="Close the inspector" icon={<IconX size={16} />} onClick={close} />
          </div>
          <div className={styles.body}>
            <Form key={`${selection.kind}/${selection.id}`} selection={selection} />
          </div>
        </>
      ) : (
        <>
          <div className={styles.head}>
            <div className={styles.words}>
              <span className={styles.kind}>Scenario</span>
              <h2 className={styles.title} title={document.name}>
                {document.name}
              </h2>
            </div>
            <span className={styles.sheetOnly}>
              <IconButton name="Close the inspector" icon={<IconX size={16} />} onClick={close} />
            </span>
          </div>
          <div className={styles.body}>
            <ScenarioForm />
          </div>
        </>
      )}
    </aside>
  );
}
