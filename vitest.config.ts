import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{app,components,lib,prisma}/**/*.test.{ts,tsx}'],
    setupFiles: ['lib/testing/setup.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
