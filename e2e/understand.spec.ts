import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { routes } from '../lib/routes';
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

async function expectNoViolations(on: Page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page: on }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** The number in a text such as "−0.0021 points" or "0.011 %". */
function numberIn(text: string): number {
  const found = /[−-]?[\d.,]+/.exec(text)?.[0] ?? '';
  return Number(found.replace('−', '-').replaceAll(',', ''));
}

test('drivers are shown for the result that is asked for', async () => {
  await page.goto(routes.scenario(idOf('Reference')));
  await page.getByRole('navigation', { name: 'Scenario' }).getByRole('link', { name: 'Understand' }).click();
  await page.waitForURL(/\/understand$/);
  const drivers = page.getByRole('region', { name: 'Drivers' });
  await expect(drivers.getByRole('img', { name: /^SOP: mean in the lowest/ }).first()).toBeVisible({
    timeout: 240_000,
  });
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
