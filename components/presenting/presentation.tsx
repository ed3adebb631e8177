'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { runNote } from '@/lib/charts/frame';
import { routes } from '@/lib/routes';
import type { RunUpdate } from '@/lib/runner/types';
import type { ScenarioDocument } from '@/lib/scenario/document';
import { scenarioSlides } from '@/lib/workbench/slides';
import { ColourSchemeButton } from '../ui/colour-scheme-button';
import styles from './presentation.module.css';
import { SlidePicture } from './slide-picture';
import { toggleFullScreen, useSlideKeys } from './use-slide-keys';

interface PresentationProps {
  readonly scenarioId: string;
  readonly document: ScenarioDocument;
  /** Null while it is computed. */
  readonly update: RunUpdate | null;
  readonly problem: string | null;
}

/** A scenario told in slides, full screen: arrows turn them, N shows the notes, Escape leads back. */
export function Presentation({ scenarioId, document, update, problem }: PresentationProps) {
  const router = useRouter();
  const [index, setIndex] = useState(0);
  const [notes, setNotes] = useState(false);
  const slides = update ? scenarioSlides(document, update) : [];
  const last = Math.max(0, slides.length - 1);
  const at = Math.min(index, last);
  const slide = slides[at];
  const leave = () => router.push(routes.scenario(scenarioId) as never);
  useSlideKeys({
    go: (by) => setIndex(Math.min(last, Math.max(0, at + by))),
    goTo: (to) => setIndex(to === 'first' ? 0 : last),
    notes: () => setNotes(!notes),
    leave,
  });
  if (!update || !slide) {
    return (
      <main id="main" className={styles.stage}>
        <p className={styles.wait} role="status">
          {problem ?? 'Computing the futures that the slides are made from.'}
        </p>
        <Controls at={0} count={0} onGo={() => undefined} onNotes={() => undefined} notes={false} onLeave={leave} />
      </main>
    );
  }
  const results = { document, plan: update.plan, trials: update.trials };
  return (
    <main id="main" className={styles.stage} data-notes={notes || undefined}>
      <article className={styles.slide} aria-roledescription="slide" aria-label={`Slide ${at + 1} of ${slides.length}`}>
        <h1 className={styles.title} aria-live="polite">
          {slide.title}
        </h1>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls it must be reachable by keyboard */}
        <section className={styles.picture} aria-label="Picture" tabIndex={0}>
          <SlidePicture key={slide.id} view={slide.view} results={results} update={update} />
        </section>
        <p className={styles.source}>{runNote(results)}</p>
      </article>
      {notes ? (
        <aside className={styles.notes} aria-label="Notes">
          <h2>Notes</h2>
          <p>{slide.notes || 'No notes.'}</p>
          <h2>Next</h2>
          <p>{slides[at + 1]?.title ?? 'This is the last slide.'}</p>
        </aside>
      ) : null}
      <Controls
        at={at}
        count={slides.length}
        onGo={(by) => setIndex(Math.min(last, Math.max(0, at + by)))}
        onNotes={() => setNotes(!notes)}
        notes={notes}
        onLeave={leave}
      />
    </main>
  );
}

interface ControlsProps {
  readonly at: number;
  readonly count: number;
  readonly onGo: (by: number) => void;
  readonly onNotes: () => void;
  readonly notes: boolean;
  readonly onLeave: () => void;
}

function Controls({ at, count, onGo, onNotes, notes, onLeave }: ControlsProps) {
  const button = (
    words: string,
    key: string,
    action: () => void,
    more: { disabled?: boolean; pressed?: boolean } = {},
  ): ReactNode => (
    <button type="button" onClick={action} disabled={more.disabled} aria-pressed={more.pressed} title={key}>
      {words}
    </button>
  );
  return (
    <nav className={styles.controls} aria-label="Slides">
      {button('Back to the scenario', 'Escape', onLeave)}
      {count > 0 ? (
        <>
          {button('Previous', '←', () => onGo(-1), { disabled: at === 0 })}
          <span>
            {at + 1} of {count}
          </span>
          {button('Next', '→', () => onGo(1), { disabled: at === count - 1 })}
          {button('Notes', 'N', onNotes, { pressed: notes })}
          {button('Full screen', 'F', toggleFullScreen)}
        </>
      ) : null}
      <ColourSchemeButton />
    </nav>
  );
}
