// A browser for the end-to-end tests: an installed one first, then Playwright's own, then the system's package.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { longStep, runStep } from './run-step.mjs';
import { inRoot, StartError } from './terms.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The installed Chromium or Chrome, or null. `CHROME_PATH` names one outright. */
export function installedBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...PLACES];
  return candidates.find(runnable) ?? null;
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
}

/** Path of a browser, installing one where there is none. */
export async function prepareBrowser() {
  const found = installedBrowser() ?? (await playwrightBrowser());
  if (found) return found;
  const tries = [];
  try {
    await longStep('Installing a browser for the tests', () =>
      runStep('Installing a browser', process.execPath, [
        inRoot('node_modules', '@playwright', 'test', 'cli.js'),
        'install',
        'chromium',
      ]),
    );
    const own = await playwrightBrowser();
    if (own) return own;
  } catch (error) {
    tries.push(error.message);
  }
  if (process.platform === 'linux') {
    try {
      await longStep("Installing the system's Chromium", async () => {
        const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
        const [update, ...updateArgs] = [...sudo, 'apt-get', 'update'];
        await runStep('Reading the package lists', update, updateArgs);
        const [install, ...installArgs] = [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'];
        await runStep("Installing the system's Chromium", install, installArgs, {
          env: { DEBIAN_FRONTEND: 'noninteractive' },
        });
      });
      const system = installedBrowser();
      if (system) return system;
    } catch (error) {
      tries.push(error.message);
    }
  }
  throw new StartError(
    `No browser for the end-to-end tests could be found or installed (${tries.join(' ')}). Install Chromium or Chrome, or name one with CHROME_PATH.`,
  );
}
