import { serveHelper } from './block-helper';

/** A web worker that runs blocks for others: it is sent a port for each of them. */
self.addEventListener('message', (event: MessageEvent<MessagePort>) => serveHelper(event.data));
