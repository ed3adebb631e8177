'use client';

import { useEffect } from 'react';
import { sections } from '@/lib/workbench/sections';
import type { WorkbenchActions } from '@/lib/workbench/workbench-types';

interface ShortcutTargets {
  readonly actions: WorkbenchActions;
  readonly onHelp: () => void;
  readonly onFind: () => void;
  readonly onRevision: () => void;
  readonly onInspector: () => void;
  readonly onPresent: () => void;
}

/** A field has the keys first: typing is never a shortcut. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

const inDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/** Keys of the whole workbench; what has the focus may take them first. */
export function useShortcuts({ actions, onHelp, onFind, onRevision, onInspector, onPresent }: ShortcutTargets): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || inDialog(event.target)) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const commands: Readonly<Record<string, () => void>> = {
        z: event.shiftKey ? actions.redo : actions.undo,
        y: actions.redo,
        s: onRevision,
        k: onFind,
      };
      const plain: Readonly<Record<string, () => void>> = {
        '?': onHelp,
        '/': onFind,
        i: onInspector,
        p: onPresent,
        '+': () => actions.zoom(0.6),
        '=': () => actions.zoom(0.6),
        '-': () => actions.zoom(1 / 0.6),
        '0': actions.showAll,
        escape: () => actions.select(null),
        ...Object.fromEntries(sections.map(({ id, digit }) => [digit, () => actions.setSection(id)])),
      };
      const typing = isTyping(event.target);
      // In a text field the browser's own undo works on the text.
      const action = command
        ? typing && key !== 's' && key !== 'k'
          ? undefined
          : commands[key]
        : typing || event.altKey
          ? undefined
          : plain[key];
      if (!action) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions, onHelp, onFind, onRevision, onInspector, onPresent]);
}
