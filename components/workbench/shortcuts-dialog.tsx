'use client';

import { Kbd, Modal } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import { routes } from '@/lib/routes';
import styles from './dialogs.module.css';

const shortcuts: readonly (readonly [string, string])[] = [
  ['1 … 9', 'sections, from Timeline to Checks'],
  ['Ctrl K or /', 'go to any section, thing or input by its name'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, redo'],
  ['Ctrl S', 'name a revision'],
  ['i', 'open or close the inspector'],
  ['Escape', 'give up what is typed; close the inspector'],
  ['+ − 0', 'closer, further, whole horizon'],
  ['← →', 'on the lanes: month before, month after; Page Up and Down: a year'],
  ['Enter', 'on the lanes: open the month; in a field: take what is typed'],
  ['↑ ↓', 'in a number: one step; with Shift ten'],
  ['p', 'present'],
  ['?', 'this list'],
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keyboard and help" closeButtonProps={{ 'aria-label': 'Close' }}>
      <table className={styles.keys}>
        <tbody>
          {shortcuts.map(([keys, what]) => (
            <tr key={keys}>
              <td>
                <Kbd>{keys}</Kbd>
              </td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>
        Every number can be typed as 1,200, 1.2bn, 80 % or 2.4亿. Dotted terms explain themselves on hover and focus; a
        click leads to <Link href={routes.method() as Route}>the method</Link>.
      </p>
    </Modal>
  );
}
