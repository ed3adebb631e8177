'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import { cssVariablesResolver, theme } from '@/lib/theme/theme';

/** What every page stands in: the theme, the nonce for styles made in the browser, and notifications. */
export function Providers({ nonce: given, children }: { readonly nonce: string; readonly children: ReactNode }) {
  // A refresh renders the layout for another request with another nonce; the page's policy keeps the first.
  const [nonce] = useState(given);
  // Browsers hide the nonce attribute from scripts, so whoever inserts a style sheet later must be told it.
  if (typeof document !== 'undefined') setNonce(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" />
      {children}
    </MantineProvider>
  );
}
