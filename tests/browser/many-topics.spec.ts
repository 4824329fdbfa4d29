import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createDataSource } from '#platform/database';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const MANY = 10_000;
/** So many of them stand above calm. */
const RAISED = 300;

let lead: Visitor;

const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  lead = await here.signedIn('crisisLead');
  const dataSource = await createDataSource({ url: here.product.databaseUrl, entities: [] }).initialize();
  await dataSource.query(
    `insert into topic (name, query) select 'Line ' || to_char(n, 'FM00000'), 'line' || n from generate_series(1, $1) n`,
    [MANY],
  );
  await dataSource.query(
    `insert into topic_level (topic_id, realm, evaluated_minute, topic_version, level, automatic_level, manual_level,
       manual_until, manual_reason, since)
     select id, 'training', date_trunc('minute', now()), version, 2, 2, 2, now() + interval '1 day', 'many at once', now()
     from topic where name like 'Line %' order by name limit $1`,
    [RAISED],
  );
  await dataSource.destroy();
});

/** Types a part of a name where a topic is chosen, and takes the one that is found. */
async function choose(page: Page, label: string, typed: string, found: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(typed);
  await page.getByRole('option', { name: found, exact: true }).click();
}

it('the dashboard shows the most important of ten thousand topics, and says how many there are', async () => {
  const { page } = lead;
  await page.goto('/dashboard?realm=training&span=24h');
  const section = page.locator('#topics');
  const said = section.getByText(/above calm/);
  await said.waitFor({ timeout: 30_000 });
  const [, raised, shown] = /^(\d+) above calm, .*the (\d+) most/.exec(
    (await said.textContent())!.replace(/,(\d)/g, '$1'),
  )!;
  expect(Number(raised)).toBeGreaterThanOrEqual(RAISED);
  expect(Number(shown)).toBeLessThanOrEqual(50);
  expect(await section.locator('ul').first().locator(':scope > li').count()).toBe(Number(shown));
  await choose(page, english.dashboard.topic, '07777', 'Line 07777');
  await page.waitForURL(/topic/);
  await page.getByText(english.dashboard.emptyTitle).waitFor({ timeout: 30_000 });
});

it('an incident is declared on one of them, found by typing', async () => {
  const { page } = lead;
  await page.goto('/incidents');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const proposals = page.getByRole('region', { name: english.incidents.proposals });
  await proposals.getByRole('button', { name: /^Show \d+ more topics/ }).waitFor({ timeout: 60_000 });
  expect(await proposals.getByRole('alert').count()).toBe(5);
  await expectGood(page, 'incidents-of-many-topics');
  await page.goto('/incidents/new?realm=training');
  await choose(page, english.incidents.topicLabel, '00042', 'Line 00042');
  await page.getByLabel(english.incidents.why).fill('It stands still');
  await page.getByRole('button', { name: english.incidents.declare }).click();
  await page.getByRole('link', { name: 'Line 00042' }).waitFor();
  expect(lead.faults).toEqual([]);
});
