'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { routes } from '@/lib/routes';
import type { Workbench as WorkbenchStore } from '@/lib/workbench/workbench-types';
import { BriefDialog } from './brief-dialog';
import { FindDialog } from './find-dialog';
import { Header } from './header';
import { HeadlineStrip } from './headline-strip';
import { Inspector } from './inspector';
import { MonthPanel } from './month-panel';
import { Rail } from './rail';
import { RevisionDialog, RevisionsDialog } from './revision-dialogs';
import { SectionView } from './section-view';
import { ShortcutsDialog } from './shortcuts-dialog';
import { StaleDialog } from './stale-dialog';
import { useShortcuts } from './use-shortcuts';
import styles from './workbench.module.css';
import { useActions, useWorkbench, WorkbenchProvider } from './workbench-context';

type Dialog = 'revision' | 'revisions' | 'brief' | 'help' | 'find' | null;

interface WorkbenchProps {
  readonly store: StoreApi<WorkbenchStore>;
  readonly onFork: () => Promise<string | null>;
}

/** The workbench of one scenario around its store. */
export function Workbench({ store, onFork }: WorkbenchProps) {
  return (
    <WorkbenchProvider store={store}>
      <Frame onFork={onFork} />
    </WorkbenchProvider>
  );
}

function Frame({ onFork }: Pick<WorkbenchProps, 'onFork'>) {
  const actions = useActions();
  const router = useRouter();
  const { id, mayEdit } = useWorkbench((state) => state.scenario);
  const announcement = useWorkbench((state) => state.announcement);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [sheet, setSheet] = useState(false);
  const close = () => setDialog(null);
  const toggleSheet = () => {
    if (sheet) actions.select(null);
    setSheet(!sheet);
  };
  useShortcuts({
    actions,
    onHelp: () => setDialog('help'),
    onFind: () => setDialog('find'),
    onRevision: () => mayEdit && setDialog('revision'),
    onInspector: toggleSheet,
    onPresent: () => router.push(routes.present(id) as never),
  });
  useKeepOnLeave();
  return (
    <div className={styles.workbench}>
      <Header
        onRevision={() => setDialog('revision')}
        onRevisions={() => setDialog('revisions')}
        onBrief={() => setDialog('brief')}
        onHelp={() => setDialog('help')}
        onFind={() => setDialog('find')}
        onInspector={toggleSheet}
      />
      <HeadlineStrip />
      <div className={styles.body}>
        <Rail />
        <SectionView />
        <Inspector open={sheet} onClose={() => setSheet(false)} />
      </div>
      <p className="r-hidden" aria-live="polite">
        {announcement}
      </p>
      <MonthPanel />
      <StaleDialog onFork={onFork} />
      {dialog === 'revision' ? <RevisionDialog onClose={close} /> : null}
      {dialog === 'revisions' ? <RevisionsDialog onClose={close} /> : null}
      {dialog === 'brief' ? <BriefDialog onClose={close} /> : null}
      {dialog === 'find' ? <FindDialog onClose={close} /> : null}
      {dialog === 'help' ? <ShortcutsDialog onClose={close} /> : null}
    </div>
  );
}

/** Whatever is not yet with the server is written into the browser before the page goes; it is sent when it is back. */
function useKeepOnLeave() {
  const actions = useActions();
  useEffect(() => {
    const keep = () => actions.keepNow();
    const online = () => actions.retrySave();
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('online', online);
    };
  }, [actions]);
}
