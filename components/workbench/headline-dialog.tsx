'use client';

import { Modal } from '@mantine/core';
import { headlineNames, offeredOutputs, outputTitle, parseOutput } from '@/lib/workbench/outputs';
import { writePlace } from '@/lib/workbench/place';
import fieldStyles from './fields/fields.module.css';
import { useActions, useDocument } from './workbench-context';

/** Which six figures stand in the headline strip. */
export function HeadlineDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const document = useDocument();
  const chosen = headlineNames(document);
  const offered = offeredOutputs(document);
  const titleOf = (name: string) => {
    const output = parseOutput(name);
    return output ? outputTitle(document, output) : name;
  };
  return (
    <Modal opened onClose={onClose} title="Figures of the headline" closeButtonProps={{ 'aria-label': 'Close' }}>
      {Array.from({ length: 6 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places are fixed.
        <div key={index} className={fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor={`headline-${index}`}>
            Figure {index + 1}
          </label>
          <select
            id={`headline-${index}`}
            className={fieldStyles.select}
            value={chosen[index] ?? ''}
            onChange={({ target }) => {
              const next = [...chosen];
              if (target.value === '') next.splice(index, 1);
              else next[index] = target.value;
              actions.edit({
                label: 'Figures of the headline',
                change: (before) => writePlace(before, 'meta/headline', next.filter(Boolean)),
              });
            }}
          >
            <option value="">none</option>
            {[...new Set([...offered, ...chosen])].map((name) => (
              <option key={name} value={name}>
                {titleOf(name)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </Modal>
  );
}
