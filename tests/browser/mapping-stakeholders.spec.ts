import { describe, expect, it } from '@jest/globals';
import { until } from '#platform/testing';
import { messages as english } from '../../apps/console/src/i18n/en.js';
import { messages as french } from '../../apps/console/src/i18n/fr.js';
import { expectGood } from '../setup/good-page.js';
import type { Visitor } from '../setup/people.js';
import { startJourneys } from '../setup/journeys.js';

const here = startJourneys();

interface Listed {
  id: string;
  name: string;
  power: number;
  interest: number;
  authors: number;
}
const listed = async ({ api }: Visitor) =>
  (await api<{ items: Listed[] }>('GET', '/api/stakeholders?realm=training')).items;

describe('stakeholders', () => {
  it('are made, dragged and moved by keys on the map, in French', async () => {
    const words = french.stakeholders;
    const manager = await here.signedIn('manager', { language: 'fr' });
    await manager.api('POST', '/api/training/scenario', { action: 'pause' });
    const { page } = manager;
    await page.goto('/stakeholders');
    await page.getByRole('button', { name: words.add }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: words.name }).fill('Comité de ligne 3');
    await form.getByRole('checkbox', { name: new RegExp(`^${words.attribute.hasLegitimacy}`) }).check();
    await form.getByRole('checkbox', { name: new RegExp(`^${words.attribute.hasUrgency}`) }).check();
    await form.getByText(words.meaning.dependent).waitFor();
    await form.getByRole('textbox', { name: words.plan }).fill('Réunion chaque mardi');
    await expectGood(page, 'stakeholder-form-fr-light-1440');
    await form.getByRole('button', { name: words.create }).click();
    await page.getByRole('heading', { level: 1, name: 'Comité de ligne 3' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1)!;

    await page.goto('/stakeholders?show=mine');
    const mine = page.getByRole('list', { name: words.title }).getByRole('listitem');
    await mine.first().getByText('Camille Arnaud').waitFor();
    expect(await mine.count()).toBe(1);
    await expectGood(page, 'stakeholders-mine-fr-light-1440');
    await page.getByRole('button', { name: words.inUse, exact: true }).click();
    const point = page.locator(`[data-stakeholder="${id}"]`);
    const place = async () => {
      const found = (await listed(manager)).find((one) => one.id === id)!;
      return [found.power, found.interest];
    };
    await point.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await page.getByText('reste à sa place').waitFor();
    expect(await place()).toEqual([5, 5]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until(async () => String(await place()) === '6,6', 'the place 6, 6');

    const map = (await page.getByRole('group', { name: words.map }).boundingBox())!;
    const from = (await point.boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(map.x + map.width * (2.5 / 11), map.y + map.height * (1 - 8.5 / 11), { steps: 8 });
    await page.mouse.up();
    await until(async () => String(await place()) === '8,2', 'the place 8, 2');
    await page.getByText('pouvoir 8, intérêt 2.').waitFor();
    await expectGood(page, 'stakeholder-map-moved-fr-light-1440');

    await point.click();
    await page.getByRole('heading', { level: 1, name: 'Comité de ligne 3' }).waitFor();
    const places = page.getByRole('list', { name: words.moves });
    await places.getByText('de pouvoir 6, intérêt 6 à pouvoir 8, intérêt 2').waitFor();
    await places.getByText('placée à pouvoir 5, intérêt 5').waitFor();
    await page.getByRole('button', { name: words.noteTold }).click();
    await page.getByRole('textbox', { name: words.toldWhat }).fill('Prévenu des travaux de nuit');
    await page.getByRole('dialog').getByRole('button', { name: words.noteTold }).click();
    await page.getByRole('list', { name: words.told }).getByText('Prévenu des travaux de nuit').waitFor();

    await page.getByRole('button', { name: words.writeNote }).click();
    const note = page.getByRole('dialog');
    await note.getByRole('textbox', { name: words.noteText }).fill('Se réunit le lundi');
    await note.getByRole('button', { name: words.save }).click();
    const notes = page.getByRole('list', { name: words.notes, exact: true });
    await notes.getByText('Se réunit le lundi').waitFor();
    await notes.getByRole('button', { name: words.correctNote }).click();
    await note.getByRole('textbox', { name: words.noteText }).fill('Se réunit le mardi');
    await note.getByRole('button', { name: words.save }).click();
    await notes.getByText('Se réunit le mardi').waitFor();
    await notes.getByText(words.noteEarlier_one.replace('{{count}}', '1')).click();
    await notes.getByText('Se réunit le lundi').waitFor();
    await expectGood(page, 'stakeholder-notes-fr-light-1440');
    expect(manager.faults).toEqual([]);
    await manager.leave();
  }, 240_000);

  it('get their accounts from a mention and by rule, and weigh in what they say, in English', async () => {
    const words = english.stakeholders;
    const manager = await here.signedIn('secondManager', { language: 'en' });
    const { page } = manager;
    const text = 'Le chargeur du vélo Lumen a explosé dans les mains de mon fils, il est brûlé';
    await manager.api('POST', '/api/training/posts', {
      ...{ authorHandle: 'inspecteur_estuaire', authorName: 'Inspecteur', text },
    });
    interface Mention {
      id: string;
      severity: number;
    }
    const found = () =>
      manager
        .api<{ items: Mention[] }>('GET', '/api/mentions?realm=training&author=inspecteur_estuaire')
        .then(({ items: [first] }) => first);
    const before = await until(async () => {
      const mention = await found();
      return mention !== undefined && mention.severity > 0 && mention;
    }, 'the mention to be judged');

    await page.goto(`/inbox/${before.id}?state=all`);
    await page.getByRole('button', { name: words.attachAuthor }).click();
    await page.getByRole('combobox', { name: words.attachTo }).click();
    await page.getByRole('option', { name: /Autorité des transports/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.attachConfirm }).click();
    await page.getByRole('link', { name: /^Speaks for Autorité des transports/ }).waitFor();
    const after = await until(async () => {
      const mention = await found();
      return mention !== undefined && mention.severity > before.severity && mention;
    }, 'the mention to weigh more');
    expect(after.severity - before.severity).toBe(6);
    await page.getByText(/Autorité des transports.* speaks: authorities and regulators, dominant/).waitFor();
    await expectGood(page, 'mention-of-stakeholder-en-light-1440');

    await page.getByRole('link', { name: /^Speaks for Autorité des transports/ }).click();
    await page.getByRole('list', { name: words.authors }).getByText('inspecteur_estuaire').waitFor();
    await page.getByText(words.voiceTable).click();
    await page
      .getByRole('link', { name: /^1 post, / })
      .first()
      .click();
    await page.getByRole('button', { name: /By the stakeholder: Autorité des transports/ }).waitFor();
    await page.getByText(text).first().waitFor();

    await page.goto('/stakeholders/rules');
    await page.getByRole('combobox', { name: words.attachTo }).click();
    await page.getByRole('option', { name: 'Riverains du dépôt Nord' }).click();
    await page.getByRole('textbox', { name: words.rules.terms }).fill('training:voisin_du_depot');
    await manager.api('POST', '/api/training/posts', {
      ...{ authorHandle: 'Voisin_du_depot', authorName: 'Voisin', text: 'Encore du bruit cette nuit' },
    });
    await until(async () => {
      const { items } = await manager.api<{ items: unknown[] }>(
        'GET',
        '/api/mentions?realm=training&author=Voisin_du_depot',
      );
      return items.length > 0;
    }, 'the post of the neighbour');
    await page.getByRole('button', { name: words.rules.check }).click();
    await page.getByText('1 account would be attached').waitFor();
    await expectGood(page, 'stakeholder-rule-preview-en-light-1440');
    await page.getByRole('button', { name: words.rules.create }).click();
    await page.getByText(words.rules.made).waitFor();
    await until(async () => {
      const all = await listed(manager);
      return all.some(({ name, authors }) => name === 'Riverains du dépôt Nord' && authors === 1);
    }, 'the neighbour to be attached');
    await page
      .getByRole('list', { name: words.rules.list })
      .getByRole('listitem')
      .filter({ hasText: 'Riverains du dépôt Nord' })
      .getByText('1 account attached')
      .waitFor();
    expect(manager.faults).toEqual([]);
    await manager.leave();
  }, 240_000);

  it('are told of an incident in order: the most salient first, the silent and the told apart', async () => {
    const words = english.stakeholders;
    const lead = await here.signedIn('crisisLead', { language: 'en', width: 375, height: 740 });
    const me = await lead.api<{ person: { id: string } }>('GET', '/api/session');
    const { items: topics } = await lead.api<{ items: { id: string }[] }>('GET', '/api/topics');
    const { id } = await lead.api<{ id: string }>('POST', '/api/incidents', {
      ...{ topicId: topics[2]!.id, realm: 'training', title: 'Chargers', why: 'A charger burnt a child' },
      ...{ type: 'data_breach', leadId: me.person.id, freeze: false },
    });
    const { page } = lead;
    await page.goto(`/incidents/${id}?tab=stakeholders`);
    const toTell = page.getByRole('region', { name: words.incident.toTell });
    const first = toTell.getByRole('listitem').first();
    await first.getByText('Bruno Ferrand').waitFor();
    await first.getByText(words.incident.first).waitFor();
    await expectGood(page, 'incident-stakeholders-en-light-375');
    await first.getByRole('button', { name: /^Note a contact/ }).click();
    await page.getByRole('textbox', { name: words.toldWhat }).fill('Told before the press');
    await page.getByRole('dialog').getByRole('button', { name: words.noteTold }).click();
    await page
      .getByRole('region', { name: words.incident.toldSection })
      .getByText('Told before the press')
      .waitFor();
    await toTell.getByRole('listitem').first().getByText('Bruno Ferrand').waitFor({ state: 'detached' });
    await page.goto(`/incidents/${id}?tab=log`);
    await page.getByText(/^Told “Bruno Ferrand, .+” \(.+\): Told before the press$/).waitFor();
    expect(lead.faults).toEqual([]);
    await lead.leave();
  }, 240_000);
});
