import { expect, type Page, test } from '@playwright/test';
import { openReference } from './support/open-reference';
import type { StartedProduct } from './support/start-product';

let product: StartedProduct;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  ({ product, page } = await openReference(browser));
});
test.afterAll(async () => {
  await product?.stop();
  product?.remove();
});

test('the workers of the workbench may compile WebAssembly with vectors, which the trials are', async () => {
  test.setTimeout(120_000);
  await expect(page.getByText('8,192 trials ✓')).toBeVisible({ timeout: 100_000 });
  expect(page.workers().length).toBeGreaterThan(0);
  for (const worker of page.workers()) {
    // The smallest module with a vector in it: one function that drops a constant.
    const outcome = await worker.evaluate(() => {
      const head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0];
      const code = [10, 23, 1, 21, 0, 253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 11];
      try {
        return new WebAssembly.Module(Uint8Array.from([...head, ...code])) instanceof WebAssembly.Module;
      } catch (error) {
        return String(error);
      }
    });
    expect(outcome).toBe(true);
  }
});
