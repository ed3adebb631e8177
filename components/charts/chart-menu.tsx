'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Chart } from '@/lib/charts/scene';
import { downloadCsv, downloadPng, downloadSvg } from './download';

interface ChartMenuProps {
  /** What it is the menu of, for its name. */
  readonly name: string;
  readonly tableShown: boolean;
  readonly onTable: () => void;
  /** The chart with its heading, at the size of a file, in the light theme. */
  readonly forFile: () => Chart;
}

/** Table, and the chart as a file. */
export function ChartMenu({ name, tableShown, onTable, forFile }: ChartMenuProps) {
  const download = (how: (chart: Chart) => void | Promise<void>) => () => void how(forFile());
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={`${name}: table and export`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onTable}>{tableShown ? 'Hide table' : 'Show table'}</Menu.Item>
        <Menu.Item onClick={download(({ scene, reading }) => downloadSvg(scene, reading.title))}>Save as SVG</Menu.Item>
        <Menu.Item onClick={download(({ scene, reading }) => downloadPng(scene, reading.title))}>Save as PNG</Menu.Item>
        <Menu.Item onClick={download(({ reading }) => downloadCsv(reading.table, reading.title))}>
          Save table as CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
