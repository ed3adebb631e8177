'use client';

import { useEffect } from 'react';

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}

interface SlideKeys {
  readonly go: (by: number) => void;
  readonly goTo: (end: 'first' | 'last') => void;
  readonly notes: () => void;
  readonly leave: () => void;
}

/** Arrows and page keys turn slides, N shows the notes, F fills the screen, Escape leads back. */
export function useSlideKeys({ go, goTo, notes, leave }: SlideKeys) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const onButton = event.target instanceof HTMLButtonElement;
      const keys: Readonly<Record<string, () => void>> = {
        arrowright: () => go(1),
        arrowdown: () => go(1),
        pagedown: () => go(1),
        arrowleft: () => go(-1),
        arrowup: () => go(-1),
        pageup: () => go(-1),
        home: () => goTo('first'),
        end: () => goTo('last'),
        n: notes,
        f: toggleFullScreen,
        escape: leave,
        ...(onButton ? {} : { ' ': () => go(1), enter: () => go(1) }),
      };
      const action = keys[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [go, goTo, notes, leave]);
}
