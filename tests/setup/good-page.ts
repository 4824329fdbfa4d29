/// <reference lib="dom" />
import { expect } from '@jest/globals';
import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** No fault that axe finds by WCAG 2.2 AA, and nothing that has to be scrolled sideways. */
export async function expectGood(page: Page, name: string): Promise<void> {
  await settle(page);
  await keepPicture(page, name);
  let faults = await faultsOf(page);
  // Something came in while it was being judged, and was on its way to its place and colours.
  if (faults.length > 0) {
    await settle(page);
    faults = await faultsOf(page);
  }
  expect(faults).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
}

async function faultsOf(page: Page): Promise<object[]> {
  // Half a megabyte, which a page that is looked at again has already.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // A tooltip belongs to what it describes, wherever it hangs in the document.
    const stray = (rule: string, html: string) => !(rule === 'region' && html.includes('role="tooltip"'));
    return (await axe.run(document, { runOnly: tags })).violations
      .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => stray(id, html)) }))
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ id, nodes }) => ({
        id,
        where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
      }));
  });
}

/**
 * Colours and places on their way to somewhere else are not judged. What follows the size of the window is drawn a frame
 * later, and a colour that is inherited reaches each level of the page in a frame of its own.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const patience = AbortSignal.timeout(2000);
    const passing = () =>
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    for (let quiet = 0; quiet < 2 && !patience.aborted;) {
      await new Promise(requestAnimationFrame);
      const under = passing();
      quiet = under.length === 0 ? quiet + 1 : 0;
      const over = Promise.allSettled(under.map((animation) => animation.finished));
      await Promise.race([over, new Promise((resolve) => (patience.onabort = resolve))]);
    }
  });
}

/** For people who want to look: PICTURES names the folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
