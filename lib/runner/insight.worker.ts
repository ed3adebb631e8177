import { performInsight } from './insight-tasks';
import type { InsightMessage, InsightRequest } from './insight-types';

/** A web worker for one question; whoever asked ends it. */
const post = (message: InsightMessage) => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<InsightRequest>) => {
  performInsight(event.data, (progress) => post({ kind: 'progress', progress }))
    .then((outcome) => post({ kind: 'done', outcome }))
    .catch((error: unknown) =>
      post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
});
