'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconDownload, IconPencil } from '@tabler/icons-react';
import { routes } from '@/lib/routes';
import type { ScenarioRow } from '@/lib/server/scenarios/contract';
import type { RowDialogState } from './row-dialog';

interface RowMenuProps {
  readonly row: ScenarioRow;
  readonly mayEdit: boolean;
  readonly onDialog: (state: RowDialogState) => void;
}

/** What can be done with a scenario from outside. */
export function RowMenu({ row, mayEdit, onDialog }: RowMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`More for ${row.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayEdit ? (
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => onDialog({ kind: 'fork', row })}>
            Fork
          </Menu.Item>
        ) : null}
        {mayEdit && !row.archived ? (
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => onDialog({ kind: 'rename', row })}>
            Rename
          </Menu.Item>
        ) : null}
        <Menu.Item component="a" href={routes.documentFile(row.id)} leftSection={<IconDownload size={14} />}>
          Download as JSON
        </Menu.Item>
        {mayEdit ? (
          <Menu.Item
            leftSection={row.archived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
            onClick={() => onDialog({ kind: row.archived ? 'restore' : 'archive', row })}
          >
            {row.archived ? 'Restore' : 'Archive'}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
