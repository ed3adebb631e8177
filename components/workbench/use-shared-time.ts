'use client';

import { useEffect, useState } from 'react';
import type { SharedTime } from '../charts/lane-stack';
import { useActions, useWorkbench } from './workbench-context';

/** The time in view and the crosshair, one for the Gantt and all lanes. */
export function useSharedTime(): SharedTime {
  const actions = useActions();
  const window = useWorkbench((state) => state.window);
  const hoverDay = useWorkbench((state) => state.hoverDay);
  // Only the browser knows which day it is for the reader.
  const [today, setToday] = useState<number>();
  useEffect(() => setToday(Math.floor(Date.now() / 86_400_000)), []);
  return { window, onWindow: actions.setWindow, hoverDay, onHover: actions.setHover, today };
}
