import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from './support/no-violations';
import { ADMINISTRATOR, setUp, signIn } from './support/sign-up';
import { type StartedProduct, startProduct } from './support/start-product';

test.describe.configure({ mode: 'serial' });

let product: StartedProduct;
test.beforeAll(async () => {
  // The first start builds the application.
  test.setTimeout(600_000);
  product = await startProduct();
});
test.afterAll(async () => {
  await product?.stop();
  product?.remove();
});

async function openPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('set-up makes the first administrator, once, and the library has the reference scenarios', async ({ browser }) => {
  const page = await openPage(browser);
  await page.goto(product.opened);
  await expectNoViolations(page);
  await setUp(page, product.opened);
  for (const name of ['Reference', 'Announced', 'Constrained']) {
    await expect(page.getByRole('rowheader').getByRole('link', { name })).toBeVisible();
  }
  await expectNoViolations(page);
  const second = await openPage(browser);
  await second.goto(product.opened);
  await expect(second).toHaveURL(/\/sign-in$/);
});

test('a wrong password is told in a sentence and loses nothing; the right one leads to where one wanted to go', async ({
  browser,
}) => {
  const page = await openPage(browser);
  await page.goto(`${product.address}/account`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, ADMINISTRATOR.email, 'not the password');
  await expect(page.getByRole('alert').filter({ hasText: 'is wrong' })).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(ADMINISTRATOR.email);
  await expectNoViolations(page);
  await signIn(page, ADMINISTRATOR.email, ADMINISTRATOR.password);
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible();
  await expectNoViolations(page);
});

test('signing out everywhere ends the other browser too', async ({ browser }) => {
  const [first, second] = [await openPage(browser), await openPage(browser)];
  for (const page of [first, second]) {
    await page.goto(`${product.address}/account`);
    await signIn(page, ADMINISTRATOR.email, ADMINISTRATOR.password);
    await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible();
  }
  await first.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(first.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await second.reload();
  await expect(second.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('an invitation by link lets a viewer in, once; a viewer reads and a stranger finds nothing', async ({
  browser,
}) => {
  const admin = await openPage(browser);
  await admin.goto(`${product.address}/`);
  await signIn(admin, ADMINISTRATOR.email, ADMINISTRATOR.password);
  await admin.getByRole('link', { name: 'Members' }).click();
  await admin.getByLabel('For whom').fill('Wang Min');
  await admin.getByLabel('Role', { exact: true }).selectOption('viewer');
  await admin.getByRole('button', { name: 'Make a link' }).click();
  const link = await admin.getByLabel('The link; it is shown only now').inputValue();
  await expectNoViolations(admin);

  const viewer = await openPage(browser);
  await viewer.goto(link);
  await viewer.getByLabel('Your name').fill('Wang Min');
  await viewer.getByLabel('E-mail address').fill('wang@example.org');
  await viewer.getByRole('textbox', { name: 'Password' }).fill('green lamp under snow');
  await viewer.getByRole('button', { name: 'Create an account and join' }).click();
  const reference = viewer.getByRole('rowheader').getByRole('link', { name: 'Reference' });
  await expect(reference).toBeVisible();
  await expect(viewer.getByRole('button', { name: 'New scenario' })).toHaveCount(0);
  const path = await reference.getAttribute('href');

  const stranger = await openPage(browser);
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
  await stranger.goto(`${product.address}${path}`);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
  const file = await stranger.request.get(`${product.address}/api${path}/document`);
  expect(file.status()).toBe(404);

  await viewer.goto(`${product.address}/scenarios/no-such-scenario`);
  await expect(viewer.getByRole('heading', { name: 'There is nothing here for you' })).toBeVisible();
});
