import { type Client, type Config, createClient, type InStatement, type Transaction } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';

/** How long a statement waits for another process's write before it fails, in milliseconds. */
const BUSY_TIMEOUT_MILLISECONDS = 5000;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/**
 * One connection for everything. The stock client opens another for every transaction, never closes it, and begins
 * without the write lock, so that two writers fail in the middle. Here a transaction takes the lock first, on the one
 * connection; the adapter's own mutex keeps other queries out until it ends.
 */
function singleConnection(client: Client): Client {
  /** After SQLITE_BUSY a connection may keep its statement open and refuse all later ones: begin afresh. */
  async function guarded<T>(work: () => Promise<T>, inTransaction: boolean): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isBusy(error) && !inTransaction) await client.reconnect();
      throw error;
    }
  }
  async function transaction(): Promise<Transaction> {
    await guarded(() => client.execute('BEGIN IMMEDIATE'), false);
    let open = true;
    async function end(statement: 'COMMIT' | 'ROLLBACK'): Promise<void> {
      if (!open) return;
      open = false;
      await guarded(() => client.execute(statement), false);
    }
    return {
      execute: (statement: InStatement) => guarded(() => client.execute(statement), true),
      batch: () => Promise.reject(new RangeError('A batch inside a transaction is not supported.')),
      executeMultiple: () => Promise.reject(new RangeError('A script inside a transaction is not supported.')),
      commit: () => end('COMMIT'),
      rollback: () => end('ROLLBACK'),
      close: () => undefined,
      get closed() {
        return !open;
      },
    };
  }
  return new Proxy(client, {
    get(target, property) {
      if (property === 'transaction') return transaction;
      if (property === 'execute') return (statement: InStatement) => guarded(() => target.execute(statement), false);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Prisma's adapter for SQLite through libSQL, on one connection that takes its write lock first. */
export class SingleConnectionLibSql extends PrismaLibSql {
  constructor(url: string) {
    super({ url, timeout: BUSY_TIMEOUT_MILLISECONDS });
  }

  override createClient(config: Config): Client {
    return singleConnection(createClient(config));
  }
}
