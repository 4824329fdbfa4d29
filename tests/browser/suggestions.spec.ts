import { describe, expect, it } from '@jest/globals';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood, keepPicture } from '../setup/good-page.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys({ scenario: 'paused' });

const JOURNEYS = [
  {
    language: 'en',
    words: english,
    width: 1440,
    known: 'Still waiting for my refund from @lumenvelo, three weeks now. Where is my money?',
    foreign: 'Happy birthday to my grandmother who turns ninety, what a lovely cake she baked',
  },
  {
    language: 'fr',
    words: french,
    width: 375,
    known: 'J’attends toujours mon remboursement @lumenvelo, trois semaines. Où est mon argent ?',
    foreign: 'Joyeux anniversaire à ma grand-mère qui fête ses nonante ans, quel beau gâteau',
  },
] as const;

describe.each(JOURNEYS)(
  'suggestions in $language, $width wide',
  ({ language, words, width, known, foreign }) => {
    it('tell how sure they are, take a correction, and say when none fits', async () => {
      const visitor = await here.signedIn('manager', { language, width, height: 900 });
      const { page } = visitor;
      const post = async (text: string) =>
        visitor.api('POST', '/api/training/posts', {
          authorHandle: `asks_${language}`,
          authorName: 'Zoé',
          text,
        });
      const open = async (text: string) => {
        await page.goto('/inbox');
        const row = page
          .getByRole('listbox', { name: words.inbox.listLabel })
          .getByRole('option')
          .filter({ hasText: text.slice(0, 30) });
        await row.first().waitFor();
        await row.first().click();
        await page.getByRole('region', { name: words.reasons.title }).waitFor();
        await page.keyboard.press('r');
        return page.getByRole('region', { name: words.reply.pick });
      };
      await post(known);
      await post(foreign);

      const panel = await open(known);
      const first = panel.getByRole('listitem').first();
      await first.getByText(new RegExp(words.reply.confidence.veryLikely)).waitFor();
      await expectGood(page, `suggestions-${language}`);
      await panel.getByRole('button', { name: words.reply.noneFits.say }).click();
      await panel.getByText(words.reply.noneFits.title).waitFor();
      await panel.getByText(words.reply.corrected.training).waitFor();
      await panel.getByRole('button', { name: words.reply.corrected.withdraw }).click();
      await first.getByText(new RegExp(words.reply.confidence.veryLikely)).waitFor();

      const none = await open(foreign);
      await none.getByText(words.reply.noneFits.title).waitFor();
      expect(await none.getByRole('listitem').count()).toBe(0);
      await expectGood(page, `none-fits-${language}`);
      const nearest = none.getByRole('button', { expanded: false });
      if ((await nearest.count()) > 0) {
        await nearest.first().click();
        await none.getByRole('listitem').first().waitFor();
        await keepPicture(page, `nearest-${language}`);
      }
      expect(visitor.faults).toEqual([]);
      await visitor.leave();
    });
  },
);
