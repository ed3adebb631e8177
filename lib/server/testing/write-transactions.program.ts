import { openDatabase } from '../database/client';

// Reads, then writes, in each of many transactions: the pattern that fails when the write lock is not taken first.
const [url = '', count = '0', name = ''] = process.argv.slice(2);
const database = await openDatabase(url);
for (let i = 0; i < Number(count); i++) {
  await database.$transaction(async (transaction) => {
    const before = await transaction.workspace.count();
    await transaction.workspace.create({ data: { name: `${name} ${i} after ${before}` } });
  });
}
await database.$disconnect();
