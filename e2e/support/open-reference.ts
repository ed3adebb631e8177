import type { Browser, Page } from '@playwright/test';
import { setUp } from './sign-up';
import { type StartedProduct, startProduct } from './start-product';

/** Starts the product anew, sets it up, and opens the Reference scenario of the new workspace. */
export async function openReference(browser: Browser): Promise<{ product: StartedProduct; page: Page }> {
  const product = await startProduct();
  const page = await (await browser.newContext({ baseURL: product.address })).newPage();
  await setUp(page, product.opened);
  await page.getByRole('rowheader').getByRole('link', { name: 'Reference', exact: true }).click();
  await page.waitForURL(/\/scenarios\//);
  return { product, page };
}
