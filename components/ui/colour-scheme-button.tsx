'use client';

import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconContrast2 } from '@tabler/icons-react';
import { IconButton } from './icon-button';

/** Light or dark. */
export function ColourSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <IconButton name={`Switch to ${other}`} icon={<IconContrast2 size={16} />} onClick={() => setColorScheme(other)} />
  );
}
