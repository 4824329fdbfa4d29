import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { hashPassword } from '#identity';
import { storePage } from '#mentions';
import { launchChromium } from '../setup/chromium.js';
import { newVisitor, type Visitor } from '../setup/people.js';
import { startProduct } from '../setup/product.js';
import { type Latency, latencies } from './latency.js';

const EMAIL = 'bench@example.org';
const PASSWORD = 'a password for measuring only';
const ADDRESS = '/dashboard?span=24h&realm=live';

export interface PageTimes {
  /** From the address to all figures on screen and a page that answers, in a browser that was never here. */
  first: Latency;
  /** The same in a browser that holds the program already. */
  again: Latency;
  /** From a mention being stored to its being counted on the screen. */
  live: Latency;
}

/** Opens the dashboard of the running product over this data, in Chromium, and stores mentions while it is open. */
export async function measurePage(
  dataSource: DataSource,
  databaseUrl: string,
  rounds: number,
): Promise<PageTimes> {
  await dataSource.query(`update person set password_hash = $1 where email = $2`, [
    await hashPassword(PASSWORD),
    EMAIL,
  ]);
  const product = await startProduct({ DATABASE_URL: databaseUrl, PASSERELLE_EMPTY: 'true' });
  const browser = await launchChromium();
  const arrive = async (): Promise<Visitor> => {
    const visitor = await newVisitor(browser, product);
    await visitor.api('POST', '/api/session', { email: EMAIL, password: PASSWORD });
    return visitor;
  };
  try {
    const first: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { page, leave } = await arrive();
      first.push(await timeToFigures(page));
      await leave();
    }
    const { page } = await arrive();
    await timeToFigures(page);
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) again.push(await timeToFigures(page));
    const live: number[] = [];
    for (let round = 0; round < rounds; round += 1) live.push(await timeToCount(page, dataSource, round));
    return { first: latencies(first), again: latencies(again), live: latencies(live) };
  } finally {
    await browser.close();
    await product.stop();
  }
}

const counted = (page: Page) => page.getByRole('link', { name: /^Mentions: / });

async function timeToFigures(page: Page): Promise<number> {
  await page.goto('about:blank');
  const start = performance.now();
  await page.goto(ADDRESS);
  await counted(page).waitFor();
  await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
  // Two pictures more: whatever was still to be drawn is drawn, and the page answers.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))',
  );
  return performance.now() - start;
}

async function timeToCount(page: Page, dataSource: DataSource, round: number): Promise<number> {
  const before = await counted(page).getAttribute('aria-label');
  const start = performance.now();
  await storePage(dataSource, [
    {
      ...{ realm: 'live', network: 'x', externalId: `live-${start}-${round}`, publishedAt: new Date() },
      ...{ author: { handle: 'bench', name: 'Bench', followers: 10 }, text: `Where is my parcel? ${round}` },
    },
  ]);
  // What it says now is another text than before.
  await page.locator(`a[aria-label^="Mentions: "]:not([aria-label=${JSON.stringify(before)}])`).waitFor();
  return performance.now() - start;
}
