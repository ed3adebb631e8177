import { expect, type Page, test } from '@playwright/test';
import { setUp } from './support/sign-up';
import { type StartedProduct, startProduct } from './support/start-product';

test.describe.configure({ mode: 'serial' });

let product: StartedProduct;
let page: Page;
const violations: string[] = [];
test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  product = await startProduct();
  page = await (await browser.newContext()).newPage();
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await setUp(page, product.opened);
});
test.afterAll(async () => {
  await product?.stop();
  product?.remove();
});

const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
async function choose(name: string, item: string) {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('the figures of the reference scenarios arrive by themselves', async () => {
  test.setTimeout(300_000);
  for (const name of ['Reference', 'Announced', 'Constrained']) {
    await expect(row(name).getByText(/^Q[1-4] 20\d\d$|^never$/)).toBeVisible({ timeout: 240_000 });
    await expect(row(name).getByText(/^[\d.,]+ GWh$/)).toBeVisible();
  }
});

test('a fork is found by search, renamed, archived and restored', async () => {
  await choose('Reference', 'Fork');
  await page.getByRole('dialog').getByLabel('Name').fill('Half the electrolyte');
  await page.getByRole('button', { name: 'Fork', exact: true }).click();
  await expect(row('Half the electrolyte')).toBeVisible();
  await choose('Half the electrolyte', 'Rename');
  await page.getByRole('dialog').getByLabel('Name').fill('Supply halved');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(row('Supply halved')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('HALVED');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await choose('Supply halved', 'Archive');
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByText('No scenario has all of')).toBeVisible();
  await page.getByText('Archived 1').click();
  await choose('Supply halved', 'Restore');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText(/^Current/).click();
  await expect(row('Supply halved')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('');
});

test('the table is sorted by any figure, by keyboard too', async () => {
  const names = () => page.getByRole('rowheader').getByRole('link').allTextContents();
  await page.getByRole('button', { name: 'Scenario', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Scenario', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(await names()).toEqual(['Announced', 'Constrained', 'Reference', 'Supply halved']);
});

test('a scenario begins blank or from a template, and its document can be taken along', async () => {
  await page.getByRole('button', { name: 'New scenario' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('From scratch');
  await page.getByRole('radio', { name: 'Blank' }).click();
  await page.getByRole('dialog').getByLabel('Currency').fill('EUR');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/scenarios\//);
  await page.goto(product.address);
  const [file] = await Promise.all([page.waitForEvent('download'), choose('From scratch', 'Download as JSON')]);
  expect(file.suggestedFilename()).toBe('From scratch.json');
  const stream = await file.createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  expect(JSON.parse(text)).toMatchObject({ schemaVersion: 2, name: 'From scratch', currency: 'EUR' });
  await page.getByRole('button', { name: 'New scenario' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'A file' }).click();
  const give = (name: string, content: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await give('notes.txt', 'no JSON at all');
  await expect(dialog).toContainText('notes.txt is not JSON');
  await give('broken.json', JSON.stringify({ ...JSON.parse(text), currency: 'euro' }));
  await expect(dialog.getByLabel('Name')).toHaveValue('From scratch');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog).toContainText('it must be a currency code of three capital letters');
  await give('whole.json', text);
  await dialog.getByLabel('Name').fill('From a file');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/scenarios\//);
  await expect(page.getByRole('textbox', { name: 'Currency' })).toHaveValue('EUR');
});

test('nothing on the way was refused by the page’s own policy', () => {
  expect(violations).toEqual([]);
});
