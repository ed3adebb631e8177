import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './fonts.css';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { Providers } from '@/components/providers';

export const metadata: Metadata = {
  title: { default: 'Rampline', template: '%s · Rampline' },
  description: 'Plans the commercialisation of a new technology.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

const FONTS = ['/fonts/IBMPlexSans_400Regular.ttf', '/fonts/IBMPlexSans_600SemiBold.ttf'];

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  for (const font of FONTS) preload(font, { as: 'font', type: 'font/ttf', crossOrigin: 'anonymous' });
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
