import { expect, type Page } from '@playwright/test';

export const ADMINISTRATOR = {
  name: 'Li Hua',
  email: 'li@example.org',
  password: 'blue kettle walks home',
  workspace: 'Solid-state desk',
} as const;

/** Goes through the set-up page that a first start names, and lands in the library. */
export async function setUp(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Your name').fill(ADMINISTRATOR.name);
  await page.getByLabel('E-mail address').fill(ADMINISTRATOR.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMINISTRATOR.password);
  await page.getByLabel('Name of the workspace').fill(ADMINISTRATOR.workspace);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible();
}

/** Signs in from the sign-in page on which `page` is. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
