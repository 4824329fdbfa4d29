/// <reference lib="dom" />
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { keepPicture } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

/** The width of A4 within its margins, in the pixels of a style sheet. */
const PAPER = 703;

let executive: Visitor;
let past: { id: string; title: string }[];

const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  const lead = await here.signedIn('crisisLead');
  past = (
    await lead.api<{ items: { id: string; title: string }[] }>(
      'GET',
      '/api/incidents?realm=training&state=closed&limit=10',
    )
  ).items;
  await lead.leave();
  executive = await here.signedIn('executive', { scheme: 'dark', width: 1440 });
  await executive.page.addInitScript(() => localStorage.setItem('passerelle.realm', 'training'));
});

/** As the browser lays it out for paper; a copy of the paper is kept for people who want to look. */
async function printed(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: null });
  const folder = process.env['PICTURES'];
  if (folder) await mkdir(folder, { recursive: true });
  const paper = await page.pdf({
    format: 'A4',
    printBackground: true,
    ...(folder ? { path: path.join(folder, `${name}.pdf`) } : {}),
  });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER, height: 1000 });
  await keepPicture(page, name);
}

/** What would be lost on paper: it sticks out, or what it stands in hides a part of it. */
const cut = (page: Page) =>
  page.evaluate((width) => {
    const shown = (one: Element) => one.getClientRects().length > 0;
    const words = (one: Element) => `${one.tagName} ${(one.textContent ?? '').trim().slice(0, 40)}`;
    const all = [...document.querySelectorAll('main *')]
      .filter(shown)
      .filter((one) => !one.closest('[aria-hidden="true"], [role="img"], legend'));
    const outside = all
      .filter((one) => !one.closest('svg') || one.tagName === 'svg')
      .filter((one) => {
        const { left, right, width: own } = one.getBoundingClientRect();
        const { position, clip } = getComputedStyle(one);
        const forEars = position === 'absolute' && (own <= 1 || clip !== 'auto');
        return !forEars && own > 0 && (right > width + 1 || left < -1);
      });
    const hiding = all.filter((one) => {
      const { overflowX, overflowY, position } = getComputedStyle(one);
      const hides = (value: string) => value === 'auto' || value === 'scroll' || value === 'hidden';
      const lost =
        (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
      return lost && one.clientWidth > 1 && position !== 'absolute' && !one.closest('svg');
    });
    return { outside: outside.slice(0, 5).map(words), hiding: hiding.slice(0, 5).map(words) };
  }, PAPER);

/** How bright paper and ink are, from 0 to 255. */
const brightness = (page: Page) =>
  page.evaluate(() => {
    const of = (colour: string) =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3;
    const heading = document.querySelector('main h1');
    return {
      paper: of(getComputedStyle(document.body).backgroundColor),
      ink: heading ? of(getComputedStyle(heading).color) : 255,
    };
  });

describe('on paper', () => {
  const pages: { name: string; address: () => string; ready: string }[] = [
    {
      name: 'printed-dashboard',
      address: () => '/dashboard?realm=training&span=30d',
      ready: 'main h2',
    },
    { name: 'printed-incident', address: () => `/incidents/${past[0]!.id}`, ready: '[role="tabpanel"] p' },
    {
      name: 'printed-incident-log',
      address: () => `/incidents/${past[1]!.id}?tab=log`,
      ready: '[role="tabpanel"] li',
    },
  ];
  it.each(pages)(
    '$name is the page alone, whole, in ink on white from a dark screen',
    async ({ name, address, ready }) => {
      const { page } = executive;
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(address());
      await page.locator(ready).first().waitFor();
      await page.waitForFunction(() => document.querySelector('main .MuiSkeleton-root') === null);
      expect((await brightness(page)).paper).toBeLessThan(60);
      await printed(page, name);
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await page.getByRole('banner').count()).toBe(0);
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await cut(page)).toEqual({ outside: [], hiding: [] });
      const { paper, ink } = await brightness(page);
      expect(paper).toBeGreaterThan(250);
      expect(ink).toBeLessThan(80);
      expect(executive.faults).toEqual([]);
    },
    60_000,
  );
});
