// Where the server listens, and whether anybody is there already.
import { createServer } from 'node:net';
import { StartError } from './terms.mjs';

/** @param {Record<string, string | undefined>} env */
export function wantedAddress(env = process.env) {
  const host = env.HOST?.trim() || '127.0.0.1';
  const text = env.PORT?.trim() || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartError(`PORT is "${text}"; it must be a whole number from 1 to 65535.`);
  }
  return { host, port };
}

/** How people and browsers reach a server that listens on `host`. */
export function addressOf({ host, port }) {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

export function checkPortIsFree({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken by another program; stop it, or choose another port with PORT=3001 npm start.`
          : error.code === 'EACCES'
            ? `Port ${port} may not be opened by this user; choose one above 1023 with PORT=3000 npm start.`
            : `${host}:${port} cannot be opened (${error.code}); check HOST and PORT.`;
      reject(new StartError(why));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
