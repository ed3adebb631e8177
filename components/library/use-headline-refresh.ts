'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { ScenarioRow } from '@/lib/server/scenarios/contract';

const EVERY_MILLISECONDS = 2000;
/** Figures that have not come after so many looks will not come; the page stops asking. */
const LOOKS = 60;

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
    const timer = setInterval(() => {
      looks.current += 1;
      if (looks.current > LOOKS) clearInterval(timer);
      else if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [waiting, router]);
}
