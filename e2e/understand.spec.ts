import { expect, type Page, test } from '@playwright/test';
import { routes } from '../lib/routes';
import { expectNoViolations } from './support/no-violations';
import { setUp } from './support/sign-up';
import { type StartedProduct, startProduct } from './support/start-product';

test.describe.configure({ mode: 'serial' });

let product: StartedProduct;
let page: Page;
const ids = new Map<string, string>();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  product = await startProduct();
  page = await (await browser.newContext({ baseURL: product.address })).newPage();
  await setUp(page, product.opened);
  for (const name of ['Reference', 'Constrained']) {
    const link = page.getByRole('rowheader').getByRole('link', { name, exact: true });
    ids.set(name, (await link.getAttribute('href'))?.split('/').pop() ?? '');
  }
});
test.afterAll(async () => {
  await product?.stop();
  product?.remove();
});
test.beforeEach(() => test.setTimeout(300_000));

const idOf = (name: string) => ids.get(name) ?? '';

/** The number in a text such as "−0.0021 points" or "0.011 %". */
function numberIn(text: string): number {
  const found = /[−-]?[\d.,]+/.exec(text)?.[0] ?? '';
  return Number(found.replace('−', '-').replaceAll(',', ''));
}

test('each chart of the workbench has its usual misreading beside it, by keyboard and on a phone too', async () => {
  await page.goto(routes.scenario(idOf('Reference')));
  const names = ['What holds it back', 'Output, capacity, demand', 'Market share', 'Start of production'];
  for (const name of [...names, 'Headline figures', 'Gantt']) {
    const button = page.getByRole('button', { name: `${name}: how it is misread` });
    await button.focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog', { name: `${name}: how it is misread` });
    await expect(note).toContainText('Misread as');
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(button).toBeFocused();
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: 'Market share: how it is misread' }).click();
  const box = await page.getByRole('dialog', { name: 'Market share: how it is misread' }).boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(360);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('no section of the workbench makes a phone scroll sideways', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  const sections = page.getByRole('navigation', { name: 'Sections' }).getByRole('button');
  for (let index = 0; index < (await sections.count()); index += 1) {
    await sections.nth(index).click();
    await expect(sections.nth(index)).toHaveAttribute('aria-current', 'page');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, (await sections.nth(index).textContent()) ?? '').toBeLessThanOrEqual(360);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('the market is calibrated to the shares that were observed, and the edit is undone', async () => {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Market' }).click();
  await page.getByRole('button', { name: 'Calibrate to observed shares' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calibrate the market' });
  await dialog.getByLabel('Observed share of LFP, per cent').fill('0');
  await expect(dialog.getByRole('alert')).toContainText('give it a share above 0');
  await expect(dialog.getByRole('button', { name: 'Calibrate', exact: true })).toBeDisabled();
  await dialog.getByLabel('Observed share of LFP, per cent').fill('70');
  await expect(dialog).toContainText('they are brought to 100 %');
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Calibrate', exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Undo: Calibrate the market' }).click();
  await expect(page.getByRole('button', { name: 'Redo: Calibrate the market' })).toBeEnabled();
});

test('drivers are shown for the result that is asked for', async () => {
  await page.goto(routes.scenario(idOf('Reference')));
  await page.getByRole('navigation', { name: 'Scenario' }).getByRole('link', { name: 'Understand' }).click();
  await page.waitForURL(/\/understand$/);
  const drivers = page.getByRole('region', { name: 'Drivers' });
  await expect(drivers.getByRole('img', { name: /^SOP: mean in the lowest/ }).first()).toBeVisible({
    timeout: 240_000,
  });
  await drivers.getByLabel('Result').selectOption('ownShare/own-premium@2032');
  await expect(drivers.getByRole('img', { name: /^2032 share, Maker's own premium/ }).first()).toBeVisible();
  await drivers.getByLabel('Result').selectOption('npv');
  await expect(drivers.getByRole('img', { name: /^NPV: mean in the lowest/ }).first()).toBeVisible();
});

test('tasks are put in the order of a column', async () => {
  const dates = page.getByRole('region', { name: 'Dates', exact: true });
  const column = dates.getByRole('columnheader', { name: 'SSI' });
  await column.getByRole('button').click();
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  const values = await dates.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children[5]?.textContent));
  const numbers = values.map(Number).filter((value) => !Number.isNaN(value));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
});

test('targets are told together, with what they would be if they knew nothing of each other', async () => {
  const together = page.getByRole('table', { name: 'Chances that targets are met in the same future' });
  const cells = await together.locator('tbody tr').first().locator('th, td').allTextContents();
  expect(cells[0]).toContain(' + ');
  expect(cells[1]).toMatch(/%/);
  expect(cells[2]).toMatch(/%/);
});

test('a future near P80 is opened with its dates, its limits and its months', async () => {
  const future = page.getByRole('region', { name: 'One future' });
  await future.getByRole('button', { name: 'Open the future near P80' }).click();
  await expect(future.getByTestId('future-facts')).toContainText('P80', { timeout: 120_000 });
  await expect(future.getByRole('img', { name: /^Timeline of future \d+/ })).toBeVisible();
  await expect(future.getByRole('table', { name: 'What drives the date in this future' })).toBeVisible();
  await expect(future.getByRole('row', { name: /^Jan 2026/ }).last()).toBeVisible();
  await expectNoViolations(page);
});

test('a goal is sought, and an impossible one has none within the bounds', async () => {
  const goal = page.getByRole('region', { name: 'Goal seek' });
  await goal.getByLabel('Target').selectOption({ label: 'SOP by the end of 2027' });
  await goal.getByLabel('Wished chance (%)').fill('99');
  await goal.getByRole('button', { name: 'Seek' }).click();
  await expect(goal.getByTestId('goal-answer')).toContainText('None within the bounds', { timeout: 240_000 });
});

test('futures run until a figure is known to the precision that is wished for', async () => {
  const precision = page.getByRole('region', { name: 'Precision' });
  await precision.getByLabel('Error (days)').fill('10');
  await precision.getByRole('button', { name: 'Run until it is known' }).click();
  await expect(precision.getByTestId('known-answer')).toContainText(/± [\d.]+ days: [\d,]+ futures are enough/, {
    timeout: 240_000,
  });
  await expectNoViolations(page);
});

test('the parts of an attribution sum to the change', async () => {
  await page.goto(routes.compare(idOf('Reference')));
  await page.getByLabel('Compare Reference with').selectOption({ label: 'Constrained' });
  await page.waitForURL(/with=/);
  await expect(page.getByRole('table', { name: 'Inputs that differ' })).toContainText('Sulfide electrolyte');
  await expect(page.getByRole('table', { name: 'Headline figures side by side' })).toContainText('SOP', {
    timeout: 240_000,
  });
  const why = page.getByTestId('attribution');
  await expect(why).toBeVisible({ timeout: 280_000 });
  await why.getByRole('button', { name: /table and export$/ }).click();
  await page.getByRole('menuitem', { name: 'Show table' }).click();
  const changes = await why
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.children[1]?.textContent ?? ''));
  const parts = changes.slice(1, -2).map(numberIn);
  expect(parts.length).toBeGreaterThan(1);
  const sum = parts.reduce((total, part) => total + part, 0);
  // Each part is written with two digits.
  const slack = parts.reduce((total, part) => total + Math.abs(part) * 0.05, 0);
  expect(Math.abs(sum - numberIn(changes.at(-1) ?? ''))).toBeLessThanOrEqual(slack);
});

test('both scenarios are weighed into one', async () => {
  const both = page.getByRole('region', { name: 'Both, weighted' });
  const share = both.getByLabel('Probability of Reference (%)');
  const middleOf = async () =>
    numberIn((await both.getByRole('row', { name: /^NPV/ }).locator('td').nth(1).textContent()) ?? '');
  const mixed = await middleOf();
  await share.fill('100');
  await expect(both).toContainText('Constrained: 0 %');
  const alone = await middleOf();
  await share.fill('0');
  await expect(both).toContainText('Constrained: 100 %');
  const other = await middleOf();
  expect(mixed).toBeGreaterThanOrEqual(Math.min(alone, other));
  expect(mixed).toBeLessThanOrEqual(Math.max(alone, other));
  expect(alone).not.toBe(other);
  await share.fill('40');
  await both.getByRole('button', { name: 'Draw the mixture month by month' }).click();
  await expect(both.getByRole('img', { name: /^Own share of the mixture/ })).toBeVisible({ timeout: 120_000 });
  await expectNoViolations(page);
});

test('a stranger and a scenario that is not there meet nothing', async ({ browser }) => {
  const stranger = await (await browser.newContext({ baseURL: product.address })).newPage();
  for (const address of [
    routes.understand(idOf('Reference')),
    routes.compare(idOf('Reference'), idOf('Constrained')),
  ]) {
    await stranger.goto(address);
    await expect(stranger).toHaveURL(/\/sign-in/);
  }
  await stranger.context().close();
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect((await page.request.get(routes.understand(unknown))).status()).toBe(404);
  expect((await page.request.get(routes.compare(idOf('Reference'), unknown))).status()).toBe(404);
});
