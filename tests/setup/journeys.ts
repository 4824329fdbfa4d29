import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ApiClient } from './api-client.js';
import { launchChromium } from './chromium.js';
import { newVisitor, signedIn, type Visit, type Visitor, type Who } from './people.js';
import { type RunningProduct, startProduct } from './product.js';

/** What the journeys of a test file go through. */
export interface Journeys {
  readonly browser: Browser;
  readonly product: RunningProduct;
  /** A person in a browser of their own, signed in through the API. */
  signedIn(who: Who, visit?: Visit): Promise<Visitor>;
  /** Somebody who has not signed in. */
  newVisitor(visit?: Visit): Promise<Visitor>;
}

interface Setting {
  /** Of the product; asked for when it starts, so that what is begun before may stand in them. */
  settings?: () => Record<string, string>;
  /** The product prepares the demonstration itself, at its first start. */
  prepared?: boolean;
  /** Nothing arrives but what the test sends. */
  scenario?: 'running' | 'paused';
}

/** A product and a browser of its own for each test file that calls it: there before its journeys, and gone after them. */
export function startJourneys({ settings, prepared = true, scenario = 'running' }: Setting = {}): Journeys {
  let browser: Browser;
  let product: RunningProduct;
  beforeAll(async () => {
    browser = await launchChromium();
    product = await startProduct(settings?.(), { prepared });
    if (scenario === 'running') return;
    const manager = await ApiClient.signedIn(product, 'manager');
    const { status } = await manager.call('POST', '/api/training/scenario', { action: 'pause' });
    if (status >= 300) throw new Error(`pausing the scenario was answered ${status}`);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get product() {
      return product;
    },
    signedIn: (who, visit) => signedIn(browser, product, who, visit),
    newVisitor: (visit) => newVisitor(browser, product, visit),
  };
}
