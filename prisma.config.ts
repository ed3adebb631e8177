import { defineConfig } from 'prisma/config';

// Making the client needs no schema engine, yet the tool looks for one and would download it. Any program will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:data/rampline.db' },
});
