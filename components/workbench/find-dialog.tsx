'use client';

import { Modal } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type Findable, findables, matches } from '@/lib/workbench/findables';
import fieldStyles from './fields/fields.module.css';
import styles from './find-dialog.module.css';
import { useActions, useDocument } from './workbench-context';

const mostShown = 40;

/** Goes to any section, thing or input by a few letters of its name. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const document = useDocument();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matches(findables(document), typed, mostShown);
  const active = Math.min(at, found.length - 1);

  function go(target: Findable | undefined) {
    if (!target) return;
    actions.setSection(target.section);
    actions.select(target.selection, target.field ?? undefined);
    onClose();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.min(found.length - 1, Math.max(0, active + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(found[active]);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Go to"
      size="lg"
      yOffset="12vh"
      centered={false}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <input
        className={fieldStyles.input}
        type="text"
        role="combobox"
        aria-expanded
        aria-controls="find-list"
        aria-activedescendant={found.length > 0 ? `find-${active}` : undefined}
        aria-label="Name of a section, a thing or an input"
        placeholder="A few letters: winter duration, electrolyte price, risks"
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="find-list" role="listbox" aria-label="Found" className={styles.list}>
        {found.map((target, index) => (
          <div
            key={`${target.kind}/${target.selection?.kind}/${target.selection?.id}/${target.field}/${target.section}`}
            id={`find-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              go(target);
            }}
          >
            <span>{target.label}</span>
            <small>{target.kind}</small>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.none}>Nothing in this scenario is called that.</p> : null}
    </Modal>
  );
}
