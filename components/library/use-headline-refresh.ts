'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { ScenarioRow } from '@/lib/server/scenarios/contract';

const SOON_MILLISECONDS = 2000;
/** Figures that have not come after so many looks take long; the page asks less often then. */
const EAGER_LOOKS = 30;
const LATER_MILLISECONDS = 10_000;

/** Asks for the rows again while some of their figures are being computed. */
export function useHeadlineRefresh(rows: readonly ScenarioRow[]): void {
  const router = useRouter();
  const looks = useRef(0);
  const waiting = rows.some((row) => row.headlinePending && !row.archived);
  useEffect(() => {
    if (!waiting) {
      looks.current = 0;
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    const lookAgain = () => {
      timer = setTimeout(
        () => {
          looks.current += 1;
          if (document.visibilityState === 'visible') router.refresh();
          lookAgain();
        },
        looks.current < EAGER_LOOKS ? SOON_MILLISECONDS : LATER_MILLISECONDS,
      );
    };
    lookAgain();
    return () => clearTimeout(timer);
  }, [waiting, router]);
}
