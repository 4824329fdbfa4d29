import { describe, expect, it } from '@jest/globals';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

const words = french.keyMessages;

describe('key messages', () => {
  it('are written as a house, approved by another, and their repeats are found and corrected', async () => {
    const author = await here.signedIn('manager', { language: 'fr' });
    await author.api('POST', '/api/training/scenario', { action: 'pause' });
    const { items: topics } = await author.api<{ items: { id: string; name: string }[] }>(
      'GET',
      '/api/topics',
    );
    const topic = topics.find(({ name }) => name.includes('remboursements'))!;

    const { page: desk } = author;
    await desk.goto(`/topics/${topic.id}`);
    await desk.getByRole('link', { name: words.writeHouse }).click();
    const fill = (label: string, text: string) =>
      desk.getByRole('textbox', { name: `${label}, en français`, exact: true }).fill(text);
    await fill(words.umbrella, 'Votre argent vous revient toujours sous cinq jours.');
    await fill('Pilier 1', 'Chaque remboursement part le jour même.');
    await desk.getByRole('button', { name: words.addProof }).click();
    await fill('Preuve 1', 'Virements suivis chaque soir.');
    await desk.getByRole('combobox', { name: new RegExp(words.departments) }).fill('juridique');
    await desk.getByRole('option').first().click();
    await desk.getByRole('button', { name: words.submit }).click();
    await desk.getByText(french.vocabulary.versionState.in_review).first().waitFor();

    const approver = await here.signedIn('legalApprover', {
      language: 'en',
      width: 375,
      height: 740,
    });
    const { page: office } = approver;
    await office.goto(new URL(desk.url()).pathname);
    await office.getByText('Votre argent vous revient toujours sous cinq jours.').first().waitFor();
    await office.getByRole('button', { name: english.answers.approve }).click();
    await office.getByText(english.vocabulary.versionState.approved).first().waitFor();
    await office.getByRole('button', { name: english.answers.approve }).waitFor({ state: 'detached' });
    await expectGood(office, 'house-approved-en-light-375');
    const setId = new URL(desk.url()).pathname.split('/').at(-1)!;

    // It counts from the next full minute on.
    const { items: figures } = await author.api<{ items: { from: string; setId: string }[] }>(
      'GET',
      `/api/key-messages/figures?realm=training&topicId=${topic.id}`,
    );
    const from = Date.parse(figures.find((one) => one.setId === setId)!.from);
    await until(() => Date.now() >= from, 'the next full minute');
    await author.api('POST', '/api/training/posts', {
      authorHandle: 'reader',
      authorName: 'Reader',
      text: 'Ils promettent un remboursement : votre argent vous revient toujours sous cinq jours.',
    });
    await desk.goto(`/messages/${setId}`);
    const figure = desk.getByRole('group', { name: 'Votre argent vous revient toujours sous cinq jours.' });
    await until(
      async () => {
        await desk.reload();
        await figure.waitFor();
        return figure.getByRole('button', { name: /1 mentions? sur/ }).isVisible();
      },
      'the mention that repeats it',
      300_000,
    );
    await figure.getByRole('button', { name: new RegExp(`^${words.pickUp}`) }).click();
    const list = desk.getByRole('region', { name: /^Mentions qui reprennent/ });
    await list.locator('mark').filter({ hasText: 'argent' }).first().waitFor();
    await expectGood(desk, 'message-hits-fr-light-1440');
    await list.getByRole('button', { name: words.wrong }).click();
    await figure.getByText(new RegExp(words.precision)).waitFor();
    await figure.getByRole('button', { name: /0 mention sur/ }).waitFor();

    // The same find counts again on the dashboard, where it is judged anew, and in an incident that is declared then.
    await desk.goto(`/dashboard?topicId=${topic.id}`);
    const overview = desk.getByRole('region', { name: topic.name });
    await overview
      .getByRole('group', { name: 'Votre argent vous revient toujours sous cinq jours.' })
      .getByRole('button', { name: new RegExp(`^${words.pickUp}`) })
      .click();
    await overview.getByRole('button', { name: words.right }).click();
    await overview.getByRole('button', { name: /1 mention sur/ }).waitFor();
    await expectGood(desk, 'dashboard-messages-fr-light-1440');
    expect([...author.faults, ...approver.faults]).toEqual([]);
    await author.leave();
    await approver.leave();
  }, 400_000);

  it('stand on an incident, from whose review one goes on to a workshop and to a drill', async () => {
    const { page, api, faults, leave } = await here.signedIn('crisisLead', { language: 'fr' });
    const { items } = await api<{ items: { id: string; title: string }[] }>(
      'GET',
      '/api/incidents?realm=training&state=closed&limit=1',
    );
    const past = items[0]!;
    await page.goto(`/incidents/${past.id}?tab=messages`);
    await page.getByRole('heading', { name: french.incidents.messages }).waitFor();
    await expectGood(page, 'incident-messages-fr-light-1440');
    await page.getByRole('tab', { name: french.incidents.tabs.review }).click();
    await page.getByRole('link', { name: /^S’exercer/ }).waitFor();
    await page.getByRole('link', { name: french.workshops.prepareHere }).click();
    const title = page.getByRole('textbox', { name: french.workshops.field.title });
    await title.waitFor();
    expect(await title.inputValue()).toBe(past.title);
    expect(faults).toEqual([]);
    await leave();
  }, 120_000);
});
