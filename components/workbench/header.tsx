'use client';

import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHelp, IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { MouseEvent } from 'react';
import { routes } from '@/lib/routes';
import { redoLabel, undoLabel } from '@/lib/workbench/history';
import { ColourSchemeButton } from '../ui/colour-scheme-button';
import { IconButton } from '../ui/icon-button';
import styles from './header.module.css';
import { RunStatus } from './run-status';
import { SyncStatus } from './sync-status';
import { useActions, useWorkbench } from './workbench-context';

interface HeaderProps {
  readonly onRevision: () => void;
  readonly onRevisions: () => void;
  readonly onBrief: () => void;
  readonly onHelp: () => void;
  readonly onFind: () => void;
  readonly onInspector: () => void;
}

/** Name, state of the draft, undo, state of the run, and the ways out: compare, present, export. */
export function Header({ onRevision, onRevisions, onBrief, onHelp, onFind, onInspector }: HeaderProps) {
  const actions = useActions();
  const { id, mayEdit } = useWorkbench((state) => state.scenario);
  const name = useWorkbench((state) => state.history.present.name);
  const canUndo = useWorkbench((state) => undoLabel(state.history));
  const canRedo = useWorkbench((state) => redoLabel(state.history));
  // The server makes files from what it has, so what is still here goes there first.
  function download(event: MouseEvent<HTMLAnchorElement>) {
    event.preventDefault();
    const { href } = event.currentTarget;
    void actions.flush().then(() => window.location.assign(href));
  }
  // The pages beside the workbench read what the server has too. A click for a new window is the browser's.
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    download(event);
  }
  return (
    <header className={styles.header}>
      <Link href={routes.library() as Route} className={styles.brand}>
        Rampline
      </Link>
      <span aria-hidden="true" className={styles.crumb}>
        ▸
      </span>
      <h1 className={styles.name}>
        <button type="button" title={name} onClick={() => actions.select({ kind: 'scenario', id: '' })}>
          {name}
        </button>
      </h1>
      <SyncStatus />
      <div className={styles.tools}>
        <IconButton
          name={canUndo ? `Undo: ${canUndo}` : 'Nothing to undo'}
          shortcut="Ctrl Z"
          disabled={!canUndo}
          icon={<IconArrowBackUp size={16} />}
          onClick={actions.undo}
        />
        <IconButton
          name={canRedo ? `Redo: ${canRedo}` : 'Nothing to redo'}
          shortcut="Ctrl Shift Z"
          disabled={!canRedo}
          icon={<IconArrowForwardUp size={16} />}
          onClick={actions.redo}
        />
        <RunStatus />
      </div>
      <nav className={styles.ways} aria-label="Scenario">
        {mayEdit ? (
          <Button variant="default" onClick={onRevision}>
            Name a revision
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" component="a" href={routes.understand(id)} onClick={follow}>
          Understand
        </Button>
        <Button variant="subtle" color="gray" component="a" href={routes.compare(id)} onClick={follow}>
          Compare
        </Button>
        <Button variant="subtle" color="gray" component={Link} href={routes.present(id) as Route}>
          Present
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" color="gray">
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onBrief}>Brief (PDF)</Menu.Item>
            <Menu.Item component="a" href={routes.documentFile(id)} download onClick={download}>
              Document (JSON)
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={onRevisions}>Revisions</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <IconButton name="Go to" shortcut="Ctrl K" icon={<IconSearch size={16} />} onClick={onFind} />
        <IconButton name="Keyboard and help" shortcut="?" icon={<IconHelp size={16} />} onClick={onHelp} />
        <ColourSchemeButton />
        <span className={styles.inspectorButton}>
          <IconButton name="Inspector" shortcut="i" icon={<IconLayoutSidebarRight size={16} />} onClick={onInspector} />
        </span>
      </nav>
    </header>
  );
}
