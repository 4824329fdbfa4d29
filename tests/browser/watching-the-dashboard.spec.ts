import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { readDashboard } from '#contract/dashboard';
import type { ResponseOf } from '#platform/contract';
import { FIGURE_WORDS, type FigureCode } from '#rules/figures';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { expectGood, keepPicture } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const words = english.dashboard;

const here = startJourneys({ scenario: 'paused' });

type Dashboard = ResponseOf<typeof readDashboard>;

/** The figures as the page reads them for an address that says all this. */
async function read(page: Page, query: Record<string, string>, cause: () => Promise<unknown>) {
  const answer = page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url());
    const asked = Object.entries(query).every(([name, value]) => searchParams.get(name) === value);
    return pathname === '/api/dashboard' && asked && response.ok();
  });
  await cause();
  const response = await answer;
  const realm = new URL(response.url()).searchParams.get('realm') ?? 'live';
  return { realm, dashboard: (await response.json()) as Dashboard };
}

function figureOf({ figures }: Dashboard, code: FigureCode) {
  const figure = figures.find((one) => one.code === code);
  if (!figure) throw new Error(`no figure ${code}`);
  return figure;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Opens a figure by its value. */
const open = (page: Page, code: FigureCode) =>
  page
    .getByRole('region', { name: words.figures })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: FIGURE_WORDS.en[code].name, exact: true }) })
    .getByRole('link')
    .click();

/** How many mentions the API gives for what the inbox shows now. */
async function listed({ page, api }: Visitor, realm: string): Promise<number> {
  const query = new URL(page.url()).searchParams;
  if (query.get('state') === 'all') query.delete('state');
  query.set('realm', realm);
  query.set('limit', '200');
  let count = 0;
  for (;;) {
    const { items, next } = await api<{ items: unknown[]; next: string | null }>(
      'GET',
      `/api/mentions?${query}`,
    );
    count += items.length;
    if (next === null) return count;
    query.set('cursor', next);
  }
}

describe('an executive', () => {
  it('lands on the dashboard, narrows it, and finds behind a figure as much as it says', async () => {
    const visitor = await here.newVisitor();
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('button', { name: `${english.signIn.signInAs} Élise Morvan` }).click();
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/dashboard');
    await page.getByText(words.firstLook).waitFor();

    await read(page, { span: '7d' }, () => choose(page, words.range, words.spans['7d']));
    const { realm, dashboard } = await read(page, { span: '7d', language: 'fr' }, () =>
      choose(page, words.language, 'French'),
    );
    const mentions = figureOf(dashboard, 'mentions');
    expect(mentions.counted).toBeGreaterThan(0);
    await open(page, 'mentions');
    await page.waitForURL(/\/inbox\?/);
    await page.getByRole('listbox', { name: english.inbox.listLabel }).getByRole('option').first().waitFor();
    expect(await listed(visitor, realm)).toBe(mentions.counted);

    // The list of replies is the dashboard's own: as many lines as the figure says.
    const again = await read(page, { span: '30d' }, () => page.goto('/dashboard?span=30d'));
    const replies = figureOf(again.dashboard, 'replies');
    await open(page, 'replies');
    await page.getByRole('heading', { level: 1, name: words.counted.responses }).waitFor();
    const lines = page.getByRole('main').getByRole('listitem');
    if (replies.counted === 0) await page.getByText(words.counted.none).waitFor();
    else await lines.nth(Math.min(50, replies.counted) - 1).waitFor();
    expect(await lines.count()).toBe(Math.min(50, replies.counted));

    // Any other time, and nothing of it is said to be the whole.
    await page.goto('/dashboard');
    await choose(page, words.range, words.spans.choose);
    const dates = page.getByRole('dialog');
    await dates.getByLabel(words.dates.from).fill('2026-03-02T08:30');
    await dates.getByLabel(words.dates.to).fill('2026-03-01T08:30');
    await dates.getByText(words.dates.turned).waitFor();
    await dates.getByLabel(words.dates.to).fill('2026-03-03T08:30');
    const begin = new Date('2026-03-02T08:30').toISOString();
    const { dashboard: spring } = await read(page, { from: begin }, () =>
      dates.getByRole('button', { name: words.dates.show }).click(),
    );
    expect(figureOf(spring, 'mentions').value).toBe(0);
    expect(Date.parse(spring.range.to) - Date.parse(spring.range.from)).toBe(25 * 3_600_000);
    await dates.waitFor({ state: 'detached' });

    // Open incidents are a figure like the others, and open their list.
    await page.goto('/dashboard');
    await open(page, 'incidentsOpen');
    await page.getByRole('heading', { level: 1, name: english.incidents.title }).waitFor();

    await page.goto('/dashboard');
    await page.getByRole('heading', { name: words.workTitle }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await keepPicture(page, 'dashboard-printed');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });
});

describe('a wall screen', () => {
  it('opens by its address alone, says loudly when nothing comes any more, and is shut at once', async () => {
    const administrator = await here.signedIn('administrator');
    const desk = administrator.page;
    await desk.goto('/displays');
    await desk.getByRole('button', { name: english.displays.create }).click();
    await desk.getByLabel(english.displays.name).fill('Crisis room');
    await desk.getByRole('dialog').getByRole('button', { name: english.displays.create }).click();
    const secret = desk.getByRole('dialog').getByLabel(english.displays.link, { exact: true });
    await secret.waitFor();
    const { pathname, hash } = new URL(await secret.inputValue());
    await desk.getByRole('dialog').getByRole('button', { name: english.common.close }).click();

    const wall = await here.newVisitor({ width: 1920, height: 1080, scheme: 'dark' });
    const { page } = wall;
    await page.goto(`${pathname}${hash}`);
    for (const slide of Object.values(english.wall.slides)) {
      await page.getByRole('heading', { level: 1 }).filter({ hasText: slide }).waitFor();
      await expectGood(page, `wall-${slide.toLowerCase()}`);
      await page.keyboard.press('ArrowRight');
    }

    const alarm = page.getByRole('alert');
    await page.route('**/api/wall', (route) => route.abort());
    await alarm.filter({ hasText: 'NO LIVE DATA' }).waitFor();
    await expectGood(page, 'wall-stopped');
    await page.unroute('**/api/wall');
    await alarm.waitFor({ state: 'detached' });

    await desk
      .getByRole('button', { name: english.displays.revokeOf.replace('{{name}}', 'Crisis room') })
      .click();
    await desk.getByRole('dialog').getByRole('button', { name: english.displays.revoke }).click();
    await page.getByText(english.wall.shutTitle).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).filter({ hasText: /·/ }).count()).toBe(0);
    await page.reload();
    await page.getByText(english.wall.shutTitle).waitFor();
    expect([...administrator.faults, ...wall.faults]).toEqual([]);
    await wall.leave();
    await administrator.leave();
  });
});
