import type { ReactNode } from 'react';

/** What the pages of people who are signed in share. Whether they are is asked by each page's own queries. */
export default function AppLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <a className="r-skip" href="#main">
        Skip to the content
      </a>
      {children}
    </>
  );
}
