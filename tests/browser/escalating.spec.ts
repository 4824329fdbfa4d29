import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { keepPicture } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const words = english.escalations;
let dataSource: DataSource;
let manager: Visitor;
let lawyer: Visitor;

afterAll(async () => {
  await dataSource?.destroy();
}, 400_000);
const here = startJourneys({ scenario: 'paused' });
beforeAll(async () => {
  dataSource = await createDataSource({ url: here.product.databaseUrl, entities: [] }).initialize();
  // Whatever the hour at which this runs, nobody is asleep.
  await dataSource.query('update department_duty set quiet_from = null, quiet_until = null');
  manager = await here.signedIn('manager');
  lawyer = await here.signedIn('legalApprover');
}, 400_000);

async function postedMention(text: string): Promise<string> {
  await manager.api('POST', '/api/training/posts', { authorHandle: 'anna_k', authorName: 'Anna', text });
  const { id } = await until(async () => {
    const { items } = await manager.api<{ items: { id: string; text: string }[] }>(
      'GET',
      '/api/mentions?realm=training&limit=50',
    );
    return items.find((item) => item.text === text);
  }, `the mention ${text}`);
  return id;
}

async function timesAsked(escalationId: string): Promise<number> {
  const { log } = await lawyer.api<{ log: { kind: string }[] }>('GET', `/api/escalations/${escalationId}`);
  return log.filter(({ kind }) => kind === 'asked').length;
}

describe('an escalation', () => {
  it('goes from the inbox to the department, which takes it and decides with an approved answer: the mention is answered', async () => {
    const text = 'Still waiting for my refund from @lumenvelo after four weeks. Where is my money?';
    const mentionId = await postedMention(text);
    const { page } = manager;
    await page.goto(`/inbox/${mentionId}?state=all`);
    await page.getByRole('article').getByText(text).first().waitFor();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(english.inbox.escalate.note).fill('May we promise a date?');
    await dialog.getByLabel(english.inbox.escalate.departments).fill('Legal');
    await page.getByRole('option', { name: 'Legal', exact: true }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: english.inbox.action.escalate }).click();
    const standing = page.getByRole('status').filter({ hasText: 'May we promise a date?' });
    await standing.waitFor();
    await standing.getByText(words.askState.open).waitFor();
    await keepPicture(page, 'escalated-mention');

    // The department finds it, takes it with one key, and decides with two.
    const desk = lawyer.page;
    await desk.goto('/escalations');
    await desk.getByRole('link').filter({ hasText: 'May we promise a date?' }).click();
    const pane = desk.getByRole('article', { name: words.question });
    await pane.getByRole('region', { name: words.answersFor }).getByRole('listitem').first().waitFor();
    await desk.keyboard.press('t');
    await pane.getByText(words.askState.acknowledged.replace('{{name}}', 'Hélène Vasseur')).waitFor();
    await standing.getByText(words.askState.acknowledged.replace('{{name}}', 'Hélène Vasseur')).waitFor();
    await keepPicture(desk, 'escalation-taken');
    await desk.keyboard.press('1');
    const fields = pane.locator('form').filter({ hasText: words.chosenAnswer }).getByRole('textbox');
    await pane.getByRole('button', { name: words.chosenAnswer }).waitFor();
    for (let index = 0; index < (await fields.count()); index += 1) {
      await fields.nth(index).fill(index === 0 ? 'Anna' : 'LV-4711');
    }
    await keepPicture(desk, 'escalation-answer');
    await pane.getByRole('button', { name: words.chosenAnswer }).click();
    await pane.getByText(words.outcome.use_answer).first().waitFor();

    const answered = page.getByRole('status').filter({ hasText: english.reply.state.sent });
    await answered.waitFor();
    await page.getByText(words.decidedBy.replace('{{name}}', 'Hélène Vasseur')).first().waitFor();
    expect([...manager.faults, ...lawyer.faults]).toEqual([]);
  }, 400_000);

  it('that nobody answers runs out, and goes round again louder, with the crisis lead', async () => {
    const mentionId = await postedMention(
      'The station at the harbour has been closed for weeks, no word from you',
    );
    const { escalationId } = await manager.api<{ escalationId: string }>('POST', '/api/escalations', {
      mentionIds: [mentionId],
      question: 'What do we say of the harbour?',
      departmentIds: [
        (await dataSource.query(`select id from department where key = 'legal'`))[0].id as string,
      ],
    });
    // Whatever the hour at which the test runs.
    await dataSource.query('update department_duty set quiet_from = null, quiet_until = null');
    const { page } = lawyer;
    await page.goto(`/escalations/${escalationId}`);
    await page.getByRole('heading', { name: 'What do we say of the harbour?' }).waitFor();
    // Hours pass: each step is due at once, and the product itself goes on.
    for (let step = 0; step < 4; step += 1) {
      await until(async () => (await timesAsked(escalationId)) > step, `question ${step + 1}`);
      await dataSource.query(
        `update escalation_ask set next_at = now() where escalation_id = $1 and state = 'open'`,
        [escalationId],
      );
    }
    await page.getByText(words.kind.exhausted).first().waitFor();
    await page.getByText(words.louder.replace('{{round}}', '2')).first().waitFor();
    await keepPicture(page, 'escalation-exhausted');
    await page.getByText(`Julien Marchetti (${words.because.crisis_lead_added})`).first().waitFor();
    await keepPicture(page, 'escalation-louder');
    expect(lawyer.faults).toEqual([]);
  }, 400_000);

  it('has notes that only the department sees', async () => {
    const { items } = await lawyer.api<{ items: { id: string }[] }>(
      'GET',
      '/api/escalations?mine=true&limit=1',
    );
    const id = items[0]!.id;
    const { page } = lawyer;
    await page.goto(`/escalations/${id}`);
    await page.getByLabel(words.comment, { exact: true }).fill('Do not admit anything yet.');
    await page.getByLabel(words.visible).click();
    await page.getByRole('option', { name: words.privateTo.replace('{{department}}', 'Legal') }).click();
    await page.getByRole('button', { name: words.commentSend }).click();
    await page.getByText('Do not admit anything yet.').first().waitFor();
    await page.getByText(words.isPrivate.replace('{{department}}', 'Legal')).first().waitFor();
    const seen = await manager.api<{ comments: unknown[] }>('GET', `/api/escalations/${id}`);
    expect(seen.comments).toEqual([]);
  }, 400_000);

  it('opens by itself when a topic rises, leads the crisis lead to it, and its decision stands on the page of the topic', async () => {
    const lead = await here.signedIn('crisisLead');
    const { page } = lead;
    const { items } = await lead.api<{ items: { id: string; name: string }[] }>('GET', '/api/topics');
    const topic = items[0]!;
    await page.goto(`/topics/${topic.id}?realm=live`);
    await page.getByRole('heading', { level: 1, name: topic.name }).waitFor();
    await lead.api('PUT', `/api/topics/${topic.id}/level`, {
      realm: 'live',
      level: 2,
      until: new Date(Date.now() + 3_600_000).toISOString(),
      reason: 'The press calls about it.',
    });
    const standing = page.getByRole('status').filter({ hasText: words.standing });
    // What arrives live moves the page while it is clicked on: who misses clicks again.
    const opened = /\/escalations\/\d+/;
    for (let tries = 0; tries < 5 && !opened.test(page.url()); tries += 1) {
      await standing.getByRole('link', { name: words.openEscalation }).click();
      await page.waitForURL(opened, { timeout: 10_000 }).catch(() => undefined);
    }
    await page
      .getByRole('heading', {
        name: words.topicRose.replace('{{topic}}', topic.name).replace('{{level}}', '2'),
      })
      .waitFor();
    await page.getByRole('button', { name: words.take, exact: true }).waitFor();
    await page.keyboard.press('t');
    await page
      .getByText(words.askState.acknowledged.replace('{{name}}', 'Julien Marchetti'))
      .first()
      .waitFor();
    await page.getByRole('button', { name: words.returnIt }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.advice).fill('We watch it until noon.');
    await dialog.getByRole('button', { name: words.returnIt }).click();
    await page.getByText(words.outcome.returned).first().waitFor();
    await page.getByRole('link', { name: words.openTopic }).click();
    await page
      .getByRole('status')
      .filter({ hasText: words.outcome.returned })
      .getByText('We watch it until noon.')
      .waitFor();
    await keepPicture(page, 'escalation-of-a-topic');
    expect(lead.faults).toEqual([]);
    await lead.leave();
  }, 400_000);
});
