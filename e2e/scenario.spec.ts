import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readPdf } from '../lib/exports/testing/read-pdf';
import { routes } from '../lib/routes';
import type { ScenarioDocument } from '../lib/scenario/document';
import { expectNoViolations } from './support/no-violations';
import { openReference } from './support/open-reference';
import { ADMINISTRATOR, signIn } from './support/sign-up';
import type { StartedProduct } from './support/start-product';

test.describe.configure({ mode: 'serial' });

/** The task "Line 1: build" of the Reference scenario. */
const LINE_1 = 'line1-build';
let product: StartedProduct;
let page: Page;
let scenarioId: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  ({ product, page } = await openReference(browser));
  scenarioId = page.url().split('/').pop() ?? '';
});
test.afterAll(async () => {
  await product?.stop();
  product?.remove();
});
test.beforeEach(() => test.setTimeout(300_000));

const figure = (on: Page, output: string) => on.locator(`[data-output="${output}"]`);
const taskRow = (on: Page, name: string) =>
  on
    .getByRole('row')
    .filter({ has: on.getByText(name, { exact: true }) })
    .first();
const everyTrial = (on: Page) => expect(on.getByText('8,192 trials ✓')).toBeVisible({ timeout: 240_000 });

/** What the server has of the scenario. */
async function stored(on: Page): Promise<ScenarioDocument> {
  return (await on.request.get(routes.documentFile(scenarioId))).json();
}
const savedDuration = (on: Page, days: number) =>
  expect
    .poll(async () => (await stored(on)).tasks?.find(({ id }) => id === LINE_1)?.duration, { timeout: 60_000 })
    .toMatchObject({ mode: days });

/** Makes a task some working days longer with the keys of the Gantt. */
async function lengthen(on: Page, name: string, times: number) {
  await taskRow(on, name).focus();
  for (let i = 0; i < times; i += 1) await on.keyboard.press('Alt+Shift+PageDown');
}

test('the workbench answers with 512 futures, then with all of them', async () => {
  await expect(figure(page, 'sop')).toContainText(/Q[1-4] 20\d\d/, { timeout: 120_000 });
  await everyTrial(page);
  await expectNoViolations(page);
});

test('a longer task moves the start of production, can be undone, and is kept with its revision', async () => {
  const before = await figure(page, 'sop').textContent();
  await lengthen(page, 'Line 1: build', 6);
  await expect(figure(page, 'sop')).toContainText('▲', { timeout: 120_000 });
  await everyTrial(page);
  expect(await figure(page, 'sop').textContent()).not.toBe(before);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(figure(page, 'sop')).not.toContainText('▲', { timeout: 120_000 });
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(figure(page, 'sop')).toContainText('▲', { timeout: 120_000 });
  await savedDuration(page, 465);
  await page.getByRole('button', { name: 'Name a revision' }).click();
  await page.getByLabel('What changed and why').fill('Line 1 takes half a year longer');
  await page.getByRole('button', { name: 'Name it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(taskRow(page, 'Line 1: build')).toContainText('465 d');
  await everyTrial(page);
  const duration = await taskRow(page, 'Line 1: build').textContent();
  await page.reload();
  await everyTrial(page);
  expect(await taskRow(page, 'Line 1: build').textContent()).toBe(duration);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Revisions' }).click();
  await expect(page.getByRole('dialog')).toContainText('Line 1 takes half a year longer');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Take the state of revision 1' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(taskRow(page, 'Line 1: build')).toContainText('345 d');
  await savedDuration(page, 345);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(taskRow(page, 'Line 1: build')).toContainText('465 d');
  await savedDuration(page, 465);
  await everyTrial(page);
});

test('a slider in the hand moves what is in sight, and what was not in sight is told when it is looked at', async () => {
  await taskRow(page, 'Line 1: build').click();
  await page.getByText(/^465 \(/).click();
  const before = await figure(page, 'sop').textContent();
  await page.getByRole('slider', { name: 'duration, likely' }).focus();
  for (let i = 0; i < 8; i += 1) await page.keyboard.down('ArrowRight');
  await expect(page.getByText('512 trials', { exact: false }).first()).toBeVisible();
  await expect.poll(() => figure(page, 'sop').textContent()).not.toBe(before);
  // The bar's own label comes with the figures.
  await expect(taskRow(page, 'Line 1: build')).not.toContainText('465 d');
  await page.getByRole('button', { name: 'Cost', exact: true }).click();
  const cost = page.getByRole('img', { name: /^Variable unit cost and price/ });
  await expect(cost).toHaveAttribute('aria-label', /In 20\d\d-12 a kWh costs .* and sells for/);
  await everyTrial(page);
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await page.getByRole('combobox', { name: /^Share of/ }).selectOption({ index: 1 });
  await expect(page.getByRole('img', { name: /^Own share of / })).toBeVisible();
  await page.getByRole('combobox', { name: /^Share of/ }).selectOption({ index: 0 });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(taskRow(page, 'Line 1: build')).toContainText('465 d');
  await everyTrial(page);
});

test('what somebody else saved is never overwritten silently', async ({ browser }) => {
  const other = await (await browser.newContext({ baseURL: product.address })).newPage();
  await other.goto(routes.signIn(routes.scenario(scenarioId)));
  await signIn(other, ADMINISTRATOR.email, ADMINISTRATOR.password);
  await other.waitForURL(/\/scenarios\//);
  await expect(taskRow(other, 'Line 1: build')).toBeVisible();
  await lengthen(other, 'Line 1: build', 1);
  await savedDuration(other, 485);
  await lengthen(page, 'Line 1: build', 2);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('saved this scenario while you worked on it', { timeout: 60_000 });
  await expect(dialog).toContainText('nothing was overwritten');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(dialog).toBeHidden();
  await expect(taskRow(page, 'Line 1: build')).toContainText('485 d', { timeout: 120_000 });
  await other.context().close();
});

test('the brief says the figures that are on the screen, and carries the scenario', async () => {
  await everyTrial(page);
  const shown = await page
    .locator('[data-output]')
    .evaluateAll((items) => items.map((item) => item.children[1]?.textContent ?? ''));
  const download = page.waitForEvent('download', { timeout: 240_000 });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Brief (PDF)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Reference brief.pdf');
  await expect(page.getByRole('dialog')).toBeHidden();
  const pdf = await readPdf(await readFile(await file.path()));
  const text = pdf.pages.join(' ').replace(/\s+/g, ' ');
  expect(shown).toHaveLength(6);
  for (const value of shown) expect(text).toContain(value);
  expect(pdf.tagged).toBe(true);
  expect(JSON.parse(pdf.attachments.get('scenario.json') ?? '{}').name).toBe('Reference');
});

test('the scenario is presented by keyboard', async () => {
  await page.getByRole('link', { name: 'Present' }).click();
  const slide = page.getByRole('article');
  await expect(slide).toHaveAttribute('aria-label', /^Slide 1 of \d+$/, { timeout: 120_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/SOP/);
  await expectNoViolations(page);
  await page.keyboard.press('ArrowRight');
  await expect(slide).toHaveAttribute('aria-label', /^Slide 2 of/);
  await page.keyboard.press('n');
  await expect(page.getByRole('complementary', { name: 'Notes' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(slide).toHaveAttribute('aria-label', /^Slide (\d+) of \1$/);
  await page.keyboard.press('Escape');
  await page.waitForURL(new RegExp(`${scenarioId}$`));
});

test('a stranger finds nothing', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: product.address });
  for (const address of [routes.brief(scenarioId), routes.documentFile(scenarioId)]) {
    expect((await context.request.get(address)).status()).toBe(404);
  }
  const stranger = await context.newPage();
  await stranger.goto(routes.scenario(scenarioId));
  await expect(stranger).toHaveURL(/\/sign-in/);
  expect(await stranger.content()).not.toContain('Line 1: build');
  const unknown = await page.request.get(routes.scenario('00000000-0000-4000-8000-000000000000'));
  expect(unknown.status()).toBe(404);
  await context.close();
});

test('at 390 px one number can be changed', async ({ browser }) => {
  const state = await page.context().storageState();
  const context = await browser.newContext({
    baseURL: product.address,
    storageState: state,
    viewport: { width: 390, height: 844 },
  });
  const phone = await context.newPage();
  await phone.goto(routes.scenario(scenarioId));
  await expect(figure(phone, 'sop')).toContainText(/Q[1-4] 20\d\d/, { timeout: 120_000 });
  await phone.getByRole('button', { name: /^Inspector/ }).click();
  const trials = phone.getByRole('textbox', { name: 'Trials' });
  await trials.fill('4096');
  await trials.press('Enter');
  await expect.poll(async () => (await stored(phone)).run?.trials, { timeout: 60_000 }).toBe(4096);
  await expect(phone.getByText('4,096 trials ✓')).toBeVisible({ timeout: 120_000 });
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectNoViolations(phone);
  await phone.goto(routes.method());
  await expectNoViolations(phone);
  await context.close();
});
