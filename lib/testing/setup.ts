import { afterEach, beforeEach, expect, vi } from 'vitest';

// Anything written to console.error during a test is a failure nobody would otherwise see.
let spy: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  spy = vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = spy.mock.calls;
  spy.mockRestore();
  expect(calls, 'console.error was called').toEqual([]);
});
