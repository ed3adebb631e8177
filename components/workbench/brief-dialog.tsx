'use client';

import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { routes } from '@/lib/routes';
import styles from './dialogs.module.css';
import { useActions, useWorkbench } from './workbench-context';

type State = { readonly kind: 'making' } | { readonly kind: 'failed'; readonly message: string };

const OFFLINE = 'The server does not answer. Your changes are kept in this browser; try again when it does.';

/** The name that the server gives the file, as in `attachment; filename*=UTF-8''Reference%20brief.pdf`. */
function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : 'brief.pdf';
}

function keep(pdf: Blob, name: string) {
  const address = URL.createObjectURL(pdf);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Has the brief made from what the server holds, says how long it takes, and can be cancelled. */
export function BriefDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const id = useWorkbench((state) => state.scenario.id);
  const [state, setState] = useState<State>({ kind: 'making' });
  const [attempt, setAttempt] = useState(1);
  const [seconds, setSeconds] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one request for each attempt
  useEffect(() => {
    const cancel = new AbortController();
    const began = Date.now();
    const clock = setInterval(() => setSeconds(Math.round((Date.now() - began) / 1000)), 1000);
    async function make() {
      await actions.flush();
      const answer = await fetch(routes.brief(id), { signal: cancel.signal });
      if (!answer.ok) {
        const { message } = (await answer.json()) as { message?: string };
        return setState({ kind: 'failed', message: message ?? OFFLINE });
      }
      keep(await answer.blob(), fileName(answer.headers.get('content-disposition')));
      actions.announce('The brief is in your downloads.');
      onClose();
    }
    make().catch(() => {
      if (!cancel.signal.aborted) setState({ kind: 'failed', message: OFFLINE });
    });
    return () => {
      clearInterval(clock);
      cancel.abort();
    };
  }, [attempt]);

  function again() {
    setState({ kind: 'making' });
    setSeconds(0);
    setAttempt(attempt + 1);
  }
  return (
    <Modal opened onClose={onClose} title="Brief" closeButtonProps={{ 'aria-label': 'Close' }}>
      {state.kind === 'making' ? (
        <>
          <p className={styles.text} role="status">
            Every future is simulated on the server and the pages are set.
          </p>
          <p className={styles.hint}>{seconds} s so far; seconds on a quiet machine, longer on a busy one.</p>
        </>
      ) : (
        <p className={styles.problem} role="alert">
          {state.message}
        </p>
      )}
      <div className={styles.buttons}>
        {state.kind === 'failed' ? <Button onClick={again}>Try again</Button> : null}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}
