'use client';

import { Button } from '@mantine/core';
import styles from './message.module.css';

/** What stands in place of a page that could not be made. */
export default function PageError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <main className={styles.page} id="main">
      <h1>This page could not be shown</h1>
      <p>Something went wrong on the way. What was saved is safe. Try again; if it stays, tell your administrator.</p>
      <div>
        <Button onClick={reset}>Try again</Button>
      </div>
    </main>
  );
}
