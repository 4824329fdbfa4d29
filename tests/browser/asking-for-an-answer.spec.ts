import { describe, expect, it } from '@jest/globals';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood, keepPicture } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys({ scenario: 'paused' });

interface Version {
  number: number;
  revision: number;
  departmentIds: string[];
  question: { fr: string; en: string };
  wordings: { fr: string[]; en: string[] };
}
interface Answer {
  id: string;
  versions: Version[];
}

const JOURNEYS = [
  {
    language: 'en',
    words: english,
    posts: [
      'Can I bring my unicycle on the night bus to the harbour?',
      'unicycle on the night bus to the harbour, is that allowed?',
    ],
    later: 'So can I bring a unicycle on the night bus to the harbour or not?',
    question: 'Unicycles on night buses: yes or no?',
    legal: 'Legal',
    body: 'Hello {{first_name}}, folded unicycles are welcome.',
    published: 'Hello Anna, folded unicycles are welcome.',
  },
  {
    language: 'fr',
    words: french,
    posts: [
      'Puis-je monter avec mon monocycle dans le bus de nuit vers le port ?',
      'un monocycle dans le bus de nuit vers le port, est-ce permis ?',
    ],
    later: 'Alors, monter avec un monocycle dans le bus de nuit vers le port, oui ou non ?',
    question: 'Monocycles dans les bus de nuit : oui ou non ?',
    legal: 'Direction juridique',
    body: 'Bonjour {{first_name}}, les monocycles pliés sont les bienvenus.',
    published: 'Bonjour Anna, les monocycles pliés sont les bienvenus.',
  },
] as const;

describe.each(JOURNEYS)('where nothing fits, in $language', (journey) => {
  it('a community manager asks, one writes, another approves, and everything that waited is answered', async () => {
    const { language, words, posts } = journey;
    const desk = await here.signedIn('manager', { language });
    const writer = await here.signedIn('crisisLead', { language });
    const approver = await here.signedIn('legalApprover', { language });
    const { page } = desk;
    const post = (text: string, name: string) =>
      desk.api('POST', '/api/training/posts', { authorHandle: 'passer_by', authorName: name, text });

    // Two people ask the same.
    for (const text of posts) await post(text, 'Anna');
    await page.goto('/inbox');
    const list = page.getByRole('listbox', { name: words.inbox.listLabel });
    const row = (text: string) => list.getByRole('option').filter({ hasText: text });
    for (const text of posts) await row(text).waitFor();
    await row(posts[0]).click();
    await page.getByRole('region', { name: words.reasons.title }).waitFor();

    // m asks for an answer; the similar mention is proposed and ticked.
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: words.requests.question }).fill(journey.question);
    await dialog.getByRole('checkbox').first().waitFor();
    expect(await dialog.getByText(posts[1]).count()).toBe(1);
    await dialog.getByRole('checkbox').first().setChecked(true);
    const departments = dialog.getByRole('combobox', { name: words.requests.departments });
    await departments.click();
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Backspace');
    await departments.fill(journey.legal);
    await page.getByRole('option', { name: journey.legal, exact: true }).click();
    await page.keyboard.press('Escape');
    await expectGood(page, `asking-${language}`);
    await dialog.getByRole('button', { name: words.requests.ask }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const text of posts) await row(text).getByText(words.requests.mark.asked).waitFor();
    await page.getByText(words.requests.note.asked).waitFor();

    // A third one arrives later: it is proposed, and joins.
    await post(journey.later, 'Anna');
    await row(journey.later).getByText(words.requests.mark.asked).waitFor();
    await row(journey.later).click();
    await page.getByRole('button', { name: words.requests.note.join }).click();
    await page.getByText(words.requests.note.asked).waitFor();

    // The crisis lead finds it, and begins to write with everything filled in.
    const { page: office } = writer;
    await office.goto('/requests');
    await office.getByRole('link', { name: journey.question }).click();
    await office.getByRole('heading', { level: 1, name: journey.question }).waitFor();
    await office.getByText(posts[1]).first().waitFor();
    await keepPicture(office, `request-asked-${language}`);
    await office.getByRole('button', { name: words.requests.write }).click();
    await office.waitForURL(/\/library\/\d+\?edit/);
    const answerId = /\/library\/(\d+)/.exec(office.url())?.[1] ?? '';
    const { versions } = await writer.api<Answer>('GET', `/api/answers/${answerId}`);
    expect(versions[0]?.question[language]).toBe(journey.question);
    expect(versions[0]?.wordings[language]).toEqual(
      expect.arrayContaining([posts[0], posts[1], journey.later]),
    );
    await writer.api('PUT', `/api/answers/${answerId}/draft`, {
      revision: versions[0]?.revision,
      content: {
        question: versions[0]?.question,
        wordings: versions[0]?.wordings,
        departmentIds: versions[0]?.departmentIds,
        placeholders: [
          {
            name: 'first_name',
            type: 'first_name',
            label: { fr: 'Prénom', en: 'First name' },
            required: false,
          },
        ],
        variants: [{ language, network: null, body: journey.body }],
      },
    });
    await writer.api('POST', `/api/answers/${answerId}/versions/1/submission`);

    // Legal approves; the three mentions come to the top of the inbox by themselves.
    await post(language === 'en' ? 'A quiet evening on the quay' : 'Une soirée calme sur le quai', 'Zoé');
    await approver.api('POST', `/api/answers/${answerId}/versions/1/approvals`, {
      departmentId: versions[0]?.departmentIds[0],
      decision: 'approved',
    });
    for (const text of [...posts, journey.later])
      await row(text).getByText(words.requests.mark.ready).waitFor();
    const top = await list.getByRole('option').first().innerText();
    expect(top).toContain(words.requests.mark.ready);

    // The answer is picked already in the reply panel, with the author's first name in it.
    await row(posts[0]).click();
    await page.getByText(words.requests.note.ready).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('region', { name: words.reply.compose }).getByText(journey.published).waitFor();
    await keepPicture(page, `answer-picked-${language}`);

    // From the request: all of them in one go, each a publication of its own.
    await page.keyboard.press('Escape');
    await page.goto('/requests');
    await page.getByRole('link', { name: journey.question }).click();
    const answering = page.getByRole('region', { name: words.requests.answerTitle });
    await answering.getByText(journey.published).nth(2).waitFor();
    await expectGood(page, `answering-all-${language}`);
    await answering
      .getByRole('button', { name: words.requests.answerAll_other.replace('{{count}}', '3') })
      .click();
    await page.getByText(words.vocabulary.replyState.sent, { exact: true }).nth(2).waitFor();
    await page.getByText(words.requests.state.fulfilled).first().waitFor();
    await keepPicture(page, `request-done-${language}`);
    const { items } = await desk.api<{ items: { text: string }[] }>(
      'GET',
      `/api/replies?answerId=${answerId}&limit=10`,
    );
    expect(items.map(({ text }) => text)).toEqual([journey.published, journey.published, journey.published]);
    expect([...desk.faults, ...writer.faults, ...approver.faults]).toEqual([]);
    for (const visitor of [desk, writer, approver]) await visitor.leave();
  }, 600_000);
});
