import { migrateDatabase } from '../database/migrate';

// Dies, as by a power cut, when the named migration begins.
const [url = '', folder = '', deadly = ''] = process.argv.slice(2);
migrateDatabase({
  url,
  folder,
  onMigration: (name) => {
    if (name === deadly) process.kill(process.pid, 'SIGKILL');
  },
});
