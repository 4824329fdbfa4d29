/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';

/** How a page is looked at. */
export interface Look {
  scheme: 'light' | 'dark';
  width: number;
  height: number;
}

/** A page that is open follows its window and, where somebody wants it so, the colours of the system. */
export async function takeLook(page: Page, { scheme, width, height }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height });
  if (isOpen(page)) await page.locator(`html[data-scheme=${scheme}]`).waitFor();
}

/** How one gets to a page: by its address, or from another page of the console, as a link does. */
export type Way = 'by address' | 'by link';

/** Pages outside of the frame of the console, to which nothing in it leads. */
const OUTSIDE = /^\/(wall|join|room)\b/;
const NOWHERE = '/nowhere';

export async function goTo(page: Page, address: string, way: Way): Promise<void> {
  if (way === 'by address' || OUTSIDE.test(address) || !isOpen(page)) {
    await page.goto(address);
    return;
  }
  // By way of the page that says that there is none, so that nothing of the one before is taken for the next.
  const nothing = page.getByRole('heading', { name: english.shell.notFoundTitle, exact: true });
  const rien = page.getByRole('heading', { name: french.shell.notFoundTitle, exact: true });
  await follow(page, NOWHERE);
  await nothing.or(rien).waitFor();
  if (address === NOWHERE) return;
  await follow(page, address);
  await nothing.or(rien).waitFor({ state: 'detached' });
}

function isOpen(page: Page): boolean {
  return page.url().startsWith('http');
}

/** What the router hears when somebody goes forward in the history. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}
