/// <reference lib="dom" />
import { describe, expect, it } from '@jest/globals';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

interface Answer {
  id: string;
  currentVersionNumber: number | null;
  versions: {
    number: number;
    state: string;
    variants: { id: string; language: string; network: string | null }[];
  }[];
}

const LEGAL_QUESTION = 'May I bring a surfboard?';

async function legalDepartment(visitor: Visitor): Promise<string> {
  const { items } = await visitor.api<{ items: { id: string; key: string }[] }>('GET', '/api/departments');
  return items.find(({ key }) => key === 'legal')!.id;
}

async function submitted(visitor: Visitor, question: string, body: string): Promise<Answer> {
  const answer = await visitor.api<Answer>('POST', '/api/answers', {
    content: {
      question: { fr: '', en: question },
      wordings: { fr: [], en: [] },
      departmentIds: [await legalDepartment(visitor)],
      keyMessages: [{ id: 'boards', text: 'Boards travel free.' }],
      variants: [{ language: 'en', network: null, body }],
    },
  });
  return visitor.api<Answer>('POST', `/api/answers/${answer.id}/versions/1/submission`);
}

describe('the library', () => {
  it('is approved several at once, changed on request, and compared version by version', async () => {
    const author = await here.signedIn('manager', { language: 'fr' });
    const approver = await here.signedIn('legalApprover', { language: 'en' });
    await author.api('POST', '/api/training/scenario', { action: 'pause' });
    const first = await submitted(author, LEGAL_QUESTION, 'Yes, up to two metres.');
    const second = await submitted(author, 'May I bring a kite?', 'Yes, folded.');

    // The approver ticks both. One is changed behind the page, and is left alone with the reason.
    const { page: office } = approver;
    await office.goto('/library/approvals');
    await office.getByRole('button', { name: english.library.queueSeveral }).click();
    for (const question of [LEGAL_QUESTION, 'May I bring a kite?']) {
      await office.getByRole('checkbox', { name: new RegExp(question.replace('?', '\\?')) }).check();
    }
    await expectGood(office, 'several-to-approve-en-light-1440');
    await author.api('POST', `/api/answers/${second.id}/versions/1/withdrawal`);
    await office.getByRole('button', { name: /^Approve \d texts?$/ }).click();
    await office
      .getByRole('dialog')
      .getByRole('button', { name: /^Approve/ })
      .click();
    await office.getByText(/^1 text approved\./).waitFor();
    await office.getByText(english.library.severalLeft).waitFor();
    await expectGood(office, 'approved-several-en-light-1440');
    expect(await author.api<Answer>('GET', `/api/answers/${first.id}`)).toMatchObject({
      currentVersionNumber: 1,
    });

    // Somebody asks for a change: a draft is begun, the approved version stays.
    const { page: desk } = author;
    await desk.goto(`/library/${first.id}`);
    await desk.getByRole('button', { name: french.library.requestChange }).click();
    await desk.getByLabel(french.library.requestReason).fill('Trois mètres depuis lundi.');
    await desk.getByRole('dialog').getByRole('button', { name: french.library.requestChange }).click();
    await desk.getByRole('region', { name: french.library.requests }).getByText('Trois mètres').waitFor();
    await desk.getByText(french.library.keyMessages).first().waitFor();
    await desk.getByRole('link', { name: french.answers.edit }).click();
    await desk.getByRole('textbox', { name: /^Texte en anglais/ }).fill('Yes, up to three metres.');
    await desk.getByRole('combobox', { name: french.keyMessages.pick }).fill('Safety comes before service');
    await desk.getByRole('option').filter({ hasText: 'Safety comes before service' }).first().click();
    await desk.getByRole('button', { name: french.answers.submit }).click();
    await desk.getByText(french.vocabulary.versionState.in_review).first().waitFor();

    // The approver reads the request, the difference, turns to the whole and back by keyboard, and approves.
    await office.goto('/library/approvals');
    const heading = office.getByRole('heading', { level: 2, name: LEGAL_QUESTION });
    const shown = office.getByRole('article').getByRole('heading', { level: 2 }).first();
    await until(async () => {
      const before = await shown.textContent();
      if (before === LEGAL_QUESTION) return true;
      await office.keyboard.press('n');
      await until(async () => (await shown.textContent()) !== before, `what follows ${before}`);
      return false;
    }, LEGAL_QUESTION);
    await heading.waitFor();
    await office.getByText('Trois mètres depuis lundi.').first().waitFor();
    await office.locator('ins:visible').filter({ hasText: 'three' }).first().waitFor();
    await office.locator('ins:visible').filter({ hasText: 'Safety comes before service.' }).first().waitFor();
    await expectGood(office, 'difference-en-light-1440');
    await approver.leave();

    const phone = await here.signedIn('legalApprover', {
      language: 'fr',
      width: 375,
      height: 740,
    });
    await phone.page.goto(`/library/${first.id}`);
    await phone.page.locator('ins:visible').filter({ hasText: 'three' }).first().waitFor();
    await expectGood(phone.page, 'difference-fr-light-375');
    const approve = phone.page.getByRole('button', { name: french.answers.approve });
    await approve.click();
    await approve.waitFor({ state: 'detached' });
    await phone.page.getByText(french.vocabulary.versionState.superseded).first().waitFor();
    const answer = await author.api<Answer>('GET', `/api/answers/${first.id}`);
    expect(answer.versions.map(({ number, state }) => `${number} ${state}`)).toEqual([
      '2 approved',
      '1 superseded',
    ]);
    expect([...author.faults, ...approver.faults, ...phone.faults]).toEqual([]);
    await author.leave();
    await phone.leave();
  }, 400_000);

  it('goes out, is changed in a file, and comes back as a draft after a look at what changes', async () => {
    const keeper = await here.signedIn('crisisLead', { language: 'fr' });
    const { page } = keeper;
    await page.goto('/library/exchange');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: french.library.exportCsv }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const csv = Buffer.concat(chunks).toString('utf8');
    expect(csv).toContain('answer_key');

    // As it went out, it changes nothing.
    const upload = async (text: string) => {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'bibliothèque.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: french.library.check }).click();
    };
    await upload(csv);
    await page.getByText(french.library.applyNothing).waitFor();
    await page.getByRole('button', { name: french.library.another }).click();

    const rows = [
      'answer_key,question_fr,departments,language,network,body,sensitivity',
      ',Puis-je amener une pirogue ?,legal,fr,,Oui.,low',
      ',Puis-je amener un radeau ?,marine,fr,,Non.,low',
    ];
    await upload(rows.join('\n'));
    await page.getByText('Puis-je amener une pirogue ?').first().waitFor();
    await page.getByText(/Ligne 3, departments/).waitFor();
    await expectGood(page, 'library-plan-fr-light-1440');
    expect((await keeper.api<{ items: object[] }>('GET', '/api/answers?search=pirogue')).items).toEqual([]);
    await page.getByRole('button', { name: 'Faire entrer 1 réponse' }).click();
    await page.getByText('1 réponse est entrée.').waitFor();
    await page.getByRole('link', { name: 'Puis-je amener une pirogue ?' }).click();
    await page.getByText(french.vocabulary.versionState.draft).first().waitFor();
    expect(keeper.faults).toEqual([]);
    await keeper.leave();
  }, 400_000);

  it('shows how an answer is used and taken, and opens every figure', async () => {
    const manager = await here.signedIn('manager', { language: 'en' });
    const { page } = manager;
    await manager.api('POST', '/api/training/posts', {
      authorHandle: 'reader',
      authorName: 'Reader',
      text: 'I would like to quote Lumen in a magazine, whom do I ask?',
    });
    const mention = await until(async () => {
      const { items } = await manager.api<{ items: { id: string; text: string }[] }>(
        'GET',
        '/api/mentions?realm=training&search=magazine&limit=5',
      );
      return items.find(({ text }) => text.includes('quote Lumen'));
    }, 'the mention');
    const answers = await manager.api<{ items: { id: string; currentVersionNumber: number | null }[] }>(
      'GET',
      '/api/answers?search=journalist&state=approved',
    );
    const answer = await manager.api<Answer>('GET', `/api/answers/${answers.items[0]!.id}`);
    const variant = answer.versions[0]!.variants.find(
      ({ language, network }) => language === 'en' && network === null,
    )!;
    const reply = await manager.api<{ id: string }>('POST', `/api/mentions/${mention.id}/replies`, {
      answerVariantId: variant.id,
      placeholders: {},
    });
    await until(async () => {
      const { items } = await manager.api<{ items: { id: string; state: string }[] }>(
        'GET',
        `/api/replies?mentionId=${mention.id}`,
      );
      return items.some(({ id, state }) => id === reply.id && state === 'sent');
    }, 'the reply to be sent');
    await page.goto(`/library/${answer.id}`);
    const section = page.getByRole('region', { name: english.library.usage });
    await section.getByText(/published 1 time/).waitFor();
    await section.getByRole('button', { name: /^English · 1$/ }).click();
    const list = section.getByRole('region', { name: english.library.usesOf });
    await list.getByRole('link', { name: /quote Lumen/ }).waitFor();
    await section.getByRole('button', { name: /^Week of .*: 1$/ }).click();
    await list.getByRole('link', { name: /quote Lumen/ }).waitFor();
    await expectGood(page, 'usage-en-light-1440');
    await page.goto('/library');
    await page.getByRole('combobox', { name: english.library.sort }).click();
    await page.getByRole('option', { name: english.library.sorts.most_used }).click();
    await page
      .getByRole('list', { name: english.answers.title })
      .getByRole('listitem')
      .filter({ hasText: 'I am a journalist' })
      .getByText(/used 1 time/)
      .waitFor();
    expect(manager.faults).toEqual([]);
    await manager.leave();
  }, 400_000);
});
