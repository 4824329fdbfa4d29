import { describe, expect, it } from '@jest/globals';
import { messages } from '../../apps/console/src/i18n/en.js';
import { expectGood } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys({ settings: () => ({ PASSERELLE_EMPTY: 'true' }) });

const EMPTY_PAGES = [
  ['/inbox', messages.inbox.nothing],
  ['/library', messages.answers.none],
  ['/replies', messages.replies.none],
  ['/topics', messages.topics.none],
  ['/training', messages.training.none],
  ['/imports', messages.imports.none],
] as const;

describe('a workspace without demonstration', () => {
  it('lets its first administrator in by the link that is printed, once, and says of every page what it is for', async () => {
    const link = /one-time link: (\S+)/.exec(here.product.printed())?.[1];
    const visitor = await here.newVisitor();
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByText(messages.signIn.awaitsFirst).waitFor();

    await page.goto(link!);
    await page.getByText(messages.invitation.firstAdministrator).waitFor();
    await expectGood(page, 'invitation');
    await page.getByLabel(messages.invitation.email).fill('ada@example.org');
    await page.getByLabel(messages.invitation.name).fill('Ada');
    await page.getByLabel(messages.invitation.password).fill('a long enough password');
    await page.getByLabel(messages.invitation.repeat).fill('a long enough password');
    await page.getByRole('button', { name: messages.invitation.accept }).click();
    await page.getByText(messages.inbox.nothing).waitFor();

    // What is missing leads to where it is set up, and counts as done once it is.
    const { step, done } = messages.inbox.firstSteps;
    const steps = page.getByRole('region', { name: messages.inbox.firstSteps.title });
    await steps.getByRole('link', { name: step.people }).click();
    await page.waitForURL('**/people');
    await visitor.api('POST', '/api/people', {
      ...{ name: 'Tom', email: 'tom@example.org', roles: ['community_manager'] },
    });
    await page.goto('/inbox');
    await steps.getByRole('listitem').filter({ hasText: step.people }).getByText(done).waitFor();
    expect(await steps.getByText(done).count()).toBe(1);

    for (const [address, words] of EMPTY_PAGES) {
      await page.goto(address);
      await page.getByText(words).first().waitFor();
      await expectGood(page, `empty${address.replace('/', '-')}`);
    }
    expect(visitor.faults).toEqual([]);
    await visitor.leave();

    const second = await here.newVisitor();
    await second.page.goto(link!);
    await second.page.getByText(messages.problems['invitation-invalid']).waitFor();
    await second.leave();
  });
});
