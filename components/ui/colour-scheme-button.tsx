'use client';

import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconContrast2 } from '@tabler/icons-react';
import { IconButton } from './icon-button';

/** Light or dark. */
export function ColourSchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  // The server does not know the scheme: the first render here has to say what it said.
  const known = useMounted() ? scheme : 'light';
  const other = known === 'dark' ? 'light' : 'dark';
  return (
    <IconButton name={`Switch to ${other}`} icon={<IconContrast2 size={16} />} onClick={() => setColorScheme(other)} />
  );
}
