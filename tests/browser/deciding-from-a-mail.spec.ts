/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { expectGood, keepPicture } from '../setup/good-page.js';
import { PEOPLE } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';
import { MailServer } from '../simulators/mail-server.js';

let server: MailServer;

beforeAll(async () => {
  server = await MailServer.start();
}, 400_000);
const here = startJourneys({
  settings: () => ({
    PASSERELLE_SMTP_URL: server.url,
    PASSERELLE_MAIL_FROM: 'Passerelle <passerelle@lumen.example>',
  }),
});
afterAll(async () => {
  await server?.stop();
}, 400_000);

const QUESTION = 'May I bring my folding kayak?';
const WORDS = 'Yes, folded and in its bag.';

interface Detail {
  id: string;
  versions: { number: number; state: string }[];
}

/** Mails leave after a while in which more of the same is gathered. */
const mailTo = (address: string, about: string): Promise<ParsedMail> =>
  until(
    () =>
      server.mails.find(
        ({ to, text }) => [to].flat().some((one) => one?.text.includes(address)) && text?.includes(about),
      ),
    `a mail to ${address}`,
  );

describe('a reviewer', () => {
  it('is told live, opens the signed link of the mail, signs in, and approves', async () => {
    const author = await here.signedIn('manager', { language: 'en' });
    const reviewer = await here.signedIn('legalApprover', { language: 'en' });
    await author.api('POST', '/api/training/scenario', { action: 'pause' });
    const { items: departments } = await author.api<{ items: { id: string; key: string }[] }>(
      'GET',
      '/api/departments',
    );
    const legal = departments.find(({ key }) => key === 'legal')!.id;

    // What the demonstration has to tell is read first; then the page waits.
    const { page } = reviewer;
    await reviewer.api('POST', '/api/notifications/read', { until: new Date().toISOString() });
    await page.goto('/notifications');
    await page.getByRole('heading', { level: 1, name: english.notifications.title }).waitFor();

    const { id } = await author.api<Detail>('POST', '/api/answers', { content: content(legal) });
    await author.api('POST', `/api/answers/${id}/versions/1/submission`);
    const state = async () => (await author.api<Detail>('GET', `/api/answers/${id}`)).versions[0]!.state;

    // Live, without a touch: the line, and the count on the bell.
    await page.getByText(QUESTION).first().waitFor();
    await page.getByRole('link', { name: /^Notifications: \d+ unread/ }).waitFor();
    await expectGood(page, 'notification-arrived');

    const mail = await mailTo(PEOPLE.legalApprover, QUESTION);
    const link = new RegExp(`${here.product.url}(/act/\\S+)`).exec(mail.text ?? '')?.[1];
    if (!link) throw new Error(`no link in: ${mail.text}`);

    // Forwarded to somebody without the right, the link does nothing.
    await author.page.goto(link);
    await author.page.getByText(english.problems['not-allowed']).first().waitFor();
    await keepPicture(author.page, 'signed-link-of-another');

    // In a browser where nobody is signed in: first sign in, then see, then act. Nothing happens before that.
    const elsewhere = await here.newVisitor();
    expect((await elsewhere.page.request.get(link, { headers: { accept: 'text/html' } })).ok()).toBe(true);
    await elsewhere.page.goto(link);
    await elsewhere.page.getByRole('button', { name: /Hélène Vasseur/ }).click();
    await elsewhere.page.getByRole('heading', { level: 1, name: english.act.title.answer.decide }).waitFor();
    await elsewhere.page.getByText(WORDS).waitFor();
    expect(await state()).toBe('in_review');
    await expectGood(elsewhere.page, 'signed-link');
    await elsewhere.page.setViewportSize({ width: 375, height: 800 });
    await expectGood(elsewhere.page, 'signed-link-375');

    // A refusal asks for its reason.
    const refuse = elsewhere.page.getByRole('button', { name: /^Refuse for/ });
    expect(await refuse.isDisabled()).toBe(true);
    await elsewhere.page.getByRole('button', { name: /^Approve for/ }).click();
    await elsewhere.page.getByRole('heading', { name: english.act.done.approve }).waitFor();
    expect(await state()).toBe('approved');

    // The same link again finds that it is done.
    await elsewhere.page.goto(link);
    await elsewhere.page.getByText(english.act.cannot).waitFor();
    expect([...reviewer.faults, ...author.faults, ...elsewhere.faults]).toEqual([]);
    await Promise.all([author.leave(), reviewer.leave(), elsewhere.leave()]);
  }, 400_000);

  it('reads, marks as read, and chooses what to be told', async () => {
    const { page, api, faults, leave } = await here.signedIn('legalApprover', {
      language: 'en',
    });
    await page.goto('/notifications');
    await page.getByRole('button', { name: english.notifications.markAll }).click();
    await page.getByRole('link', { name: english.notifications.bellNone }).waitFor();
    await page.getByRole('button', { name: english.notifications.unread, exact: true }).click();
    await page.getByText(english.notifications.noneUnread).waitFor();

    await page.getByRole('button', { name: /^My account/ }).click();
    await page.getByRole('menuitem', { name: english.notifications.menu }).click();
    await page.getByLabel(english.notifications.quiet).check();
    await page.getByLabel(english.notifications.quietUntil).fill('20:00');
    await page.getByRole('button', { name: english.common.save }).click();
    await page.getByText(english.problems['quiet-hours-empty']).first().waitFor();
    await page.getByLabel(english.notifications.quietUntil).fill('07:30');
    const decided = `${english.notifications.kinds.answer.decided}: ${english.notifications.means.mail}`;
    await page.getByRole('checkbox', { name: decided }).check();
    await page.getByRole('button', { name: english.common.save }).click();
    await page.getByText(english.notifications.saved).waitFor();
    expect(await api('GET', '/api/notifications/preferences')).toMatchObject({
      preference: {
        quiet: { from: '20:00', until: '07:30' },
        kinds: { 'answer.decided': { mail: true } },
      },
    });
    await expectGood(page, 'notification-preferences-chosen');
    expect(faults).toEqual([]);
    await leave();
  }, 400_000);
});

describe('an administrator', () => {
  it('connects a channel that does not answer, sees why, and finds the deliveries', async () => {
    const { page, faults, leave } = await here.signedIn('administrator', { language: 'en' });
    await page.goto('/channels');
    await page.getByText('Mail is sent as').waitFor();
    await page.getByRole('button', { name: english.channels.connect }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(english.channels.name).fill('Crisis room');
    await dialog.getByLabel(english.channels.address).fill('http://127.0.0.1:9/hooks/secret-part');
    await expectGood(page, 'channel-dialog');
    await dialog.getByRole('button', { name: english.channels.connect }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Crisis room' }).waitFor();
    expect(await page.getByText('secret-part').count()).toBe(0);
    await page.getByRole('button', { name: 'Send a trial: Crisis room' }).click();
    await page.getByText(english.problems['address-refused']).first().waitFor();
    await expectGood(page, 'channels-connected');
    await page.getByRole('link', { name: english.channels.deliveries }).click();
    await page.getByRole('heading', { level: 1, name: english.channels.deliveriesTitle }).waitFor();
    await page.getByText('Hélène Vasseur').first().waitFor();
    await expectGood(page, 'deliveries-sent');
    expect(faults).toEqual([]);
    await leave();
  }, 400_000);
});

describe('push messages', () => {
  const opened = async (before?: () => void) => {
    const visitor = await here.signedIn('legalApprover', { language: 'en' });
    if (before) await visitor.page.addInitScript(before);
    await visitor.page.goto('/notifications/preferences');
    return { ...visitor, part: visitor.page.getByRole('region', { name: english.notifications.push }) };
  };

  it('that a browser was told not to show are said to be refused, and not offered', async () => {
    const { part, leave } = await opened();
    await part.getByText(english.notifications.pushState.denied).waitFor();
    expect(await part.getByRole('button', { name: english.notifications.pushOn }).count()).toBe(0);
    await leave();
  }, 400_000);

  it('are begun by a click and ended by another; a push service that does not answer is said in words', async () => {
    // The headless browser has neither somebody to ask nor a push service: leave is given here, and the service comes later.
    const { page, part, leave } = await opened(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
      Notification.requestPermission = () => Promise.resolve('granted');
    });
    await part.getByText(english.notifications.pushState.off).waitFor();
    await part.getByRole('button', { name: english.notifications.pushOn }).click();
    await part.getByText(english.notifications.pushFailed).waitFor();
    await expectGood(page, 'push-failed');
    await page.evaluate(() => {
      const json = {
        endpoint: 'https://push.example/of-a-test',
        // RFC 8291, appendix A: the keys of its example.
        keys: {
          p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
          auth: 'BTBZMqHH6r4Tts7J_aSIgg',
        },
      };
      PushManager.prototype.subscribe = () =>
        Promise.resolve({ ...json, toJSON: () => json } as unknown as PushSubscription);
    });
    await part.getByRole('button', { name: english.notifications.pushOn }).click();
    await part.getByText(english.notifications.pushState.on).waitFor();
    await part.getByText(english.notifications.thisBrowser).waitFor();
    await part.getByRole('button', { name: english.notifications.pushOffOf.split(':')[0]! }).click();
    await part.getByText(english.notifications.pushState.off).waitFor();
    await leave();
  }, 400_000);
});

function content(departmentId: string) {
  return {
    question: { fr: '', en: QUESTION },
    wordings: { fr: [], en: [] },
    topicId: null,
    sensitivity: 'low',
    levelMin: 0,
    levelMax: 3,
    strategy: 'inform',
    departmentIds: [departmentId],
    doNotSay: '',
    proofPoints: [],
    placeholders: [],
    variants: [{ language: 'en', network: null, body: WORDS }],
    validFrom: null,
    validUntil: null,
    reviewOn: null,
  };
}
