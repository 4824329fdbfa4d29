import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StakeholderNotesService } from './notes.service.js';
import { codeOf, type StakeholderSpace, stakeholderSpace } from './stakeholders.fixture.js';

let at: StakeholderSpace;
beforeAll(async () => {
  at = await stakeholderSpace();
});
afterAll(() => at?.close());

const actions = async (id: string) =>
  (
    await at.query(
      `select action from audit_entry where subject_type = 'stakeholder' and subject_id = $1 order by position`,
      [id],
    )
  ).map(({ action }: { action: string }) => action);

describe('a stakeholder', () => {
  it('has a class by its attributes and a field by its place, and every change is on record', async () => {
    const made = await at.make('Inspection des transports', {
      category: 'authorities',
      hasPower: true,
      hasLegitimacy: true,
    });
    expect([made.salience, made.quadrant, made.version]).toEqual(['dominant', 'manage_closely', 1]);
    const changed = await at.stakeholders.change(at.anna, made.id, made.version, {
      ...made,
      ownerId: at.anna.personId,
      hasUrgency: true,
      urgencyNote: 'Mise en demeure',
    });
    expect([changed.salience, changed.owner?.name]).toEqual(['definitive', 'Anna']);
    expect(await actions(made.id)).toEqual(['stakeholder.created', 'stakeholder.changed']);
    expect(
      await codeOf(at.stakeholders.change(at.anna, made.id, 1, { ...made, ownerId: null, name: 'Late' })),
    ).toBe('stakeholder-changed');
  });

  it('keeps every place on the map with who, when and why; nobody can rewrite that', async () => {
    const made = await at.make('Riverains du dépôt', { category: 'residents' });
    const move = (power: number, interest: number, version: number) =>
      at.stakeholders.move(at.anna, made.id, { power, interest, version, why: `vers ${power}` });
    await move(2, 9, 1);
    expect(await codeOf(move(9, 9, 1))).toBe('stakeholder-changed');
    const moved = await move(8, 9, 2);
    expect([moved.quadrant, moved.version]).toEqual(['manage_closely', 3]);
    expect((await move(8, 9, 3)).version).toBe(3);
    const first = await at.stakeholders.moves(made.id, { limit: 2 });
    expect(first.items.map(({ from, to, why }) => [from?.power ?? null, to.power, why])).toEqual([
      [2, 8, 'vers 8'],
      [5, 2, 'vers 2'],
    ]);
    const rest = await at.stakeholders.moves(made.id, { limit: 2, cursor: first.next ?? '' });
    expect(rest.items.map(({ from, by }) => [from, by])).toEqual([[null, 'Anna']]);
    await expect(at.query(`update stakeholder_move set why = 'autre'`)).rejects.toThrow('append-only');
    await expect(at.query('truncate stakeholder_move')).rejects.toThrow('append-only');
  });

  it('is there once by its name among those in use, whatever accents and capitals', async () => {
    const made = await at.make('Fédération des usagers');
    expect(await codeOf(at.make('  FEDERATION des usagers'))).toBe('stakeholder-name-taken');
    expect(await codeOf(at.make('Fédération des usagers', {}, 'training'))).toBe('done');
    const away = await at.stakeholders.archive(at.anna, made.id, { archived: true, version: made.version });
    expect(away.archivedAt).not.toBeNull();
    const second = await at.make('Federation des usagers');
    expect(
      await codeOf(at.stakeholders.archive(at.anna, made.id, { archived: false, version: away.version })),
    ).toBe('stakeholder-name-taken');
    expect(
      await codeOf(
        at.stakeholders.move(at.anna, made.id, { power: 1, interest: 1, why: '', version: away.version }),
      ),
    ).toBe('stakeholder-archived');
    const names = (archived: boolean) =>
      at.stakeholders.list({ realm: 'live', archived }).then(({ items }) => items.map(({ id }) => id));
    expect(await names(true)).toEqual([made.id]);
    expect(await names(false)).toContain(second.id);
  });

  it('refuses an owner who is not there', async () => {
    expect(await codeOf(at.make('Nobody’s', { ownerId: '999999' }))).toBe('unknown-person');
  });
});

describe('what a stakeholder was told', () => {
  it('is kept as it was written, with the next contact, and never lies ahead', async () => {
    const made = await at.make('Région', { category: 'elected_officials' });
    const line = {
      how: 'call' as const,
      what: 'Prévenue de la panne',
      incidentId: null,
      nextContactAt: null,
    };
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    await at.told.note(at.anna, made.id, { ...line, at: '2026-11-20T10:00:00Z' });
    await at.told.note(at.anna, made.id, { ...line, what: 'Point', at: null, nextContactAt: soon });
    expect(await codeOf(at.told.note(at.anna, made.id, { ...line, at: soon }))).toBe('moment-ahead');
    expect(await codeOf(at.told.note(at.anna, made.id, { ...line, at: null, incidentId: '77' }))).toBe(
      'incident-not-found',
    );
    const page = await at.told.list(made.id, { limit: 1 });
    const rest = await at.told.list(made.id, { limit: 5, cursor: page.next ?? '' });
    expect([page.items[0]?.what, rest.items.map(({ what }) => what)]).toEqual([
      'Point',
      ['Prévenue de la panne'],
    ]);
    expect((await at.stakeholders.read(made.id)).nextContactAt).toBe(soon);
    await expect(at.query('delete from stakeholder_told')).rejects.toThrow('append-only');
  });

  it('keeps the contact that was due: without a next date none is due any more, and one ahead stays', async () => {
    const due = new Date(Date.now() - 3_600_000).toISOString();
    const made = await at.make('Préfecture', { nextContactAt: due });
    const line = { how: 'call' as const, what: 'Point', incidentId: null, nextContactAt: null };
    const before = new Date(Date.parse(due) - 60_000).toISOString();
    await at.told.note(at.anna, made.id, { ...line, at: before });
    expect((await at.stakeholders.read(made.id)).nextContactAt).toBe(due);
    await at.told.note(at.anna, made.id, { ...line, at: null });
    expect((await at.stakeholders.read(made.id)).nextContactAt).toBeNull();
  });

  it('shows in an incident who must be told first, who spoke, who is silent and who has been told', async () => {
    const [{ id: topicId }] = await at.query(
      `insert into topic (name, query) values ('Chargeur', 'chargeur') returning id`,
    );
    await at.query(`update revision set number = number + 1 where name = 'topics'`);
    const regulator = await at.make('Autorité', {
      category: 'authorities',
      hasPower: true,
      hasLegitimacy: true,
      hasUrgency: true,
    });
    const loud = await at.make('Gazette', { hasPower: true, hasUrgency: true });
    const silent = await at.make('Collectif', { category: 'ngos', hasPower: true, hasUrgency: true });
    const { authorId } = await at.post('x', 'gazette_live');
    await at.authors.attach(at.anna, { stakeholderId: loud.id, authorId }, '');
    const [{ id: incidentId }] = await at.query(
      `insert into incident (topic_id, realm, title, crisis_type, cluster, declared_level, why, declared_by, declared_at)
       values ($1, 'live', 'Chargeurs', 'product', 'accidental', 3, 'essai', $2, now()) returning id`,
      [topicId, at.anna.personId],
    );
    const seen = async () => {
      const { items } = await at.told.ofIncident(incidentId);
      const ours = [regulator.id, loud.id, silent.id];
      return items
        .filter(({ id }) => ours.includes(id))
        .map(({ name, posts, toldTimes }) => [name, posts, toldTimes]);
    };
    expect(await seen()).toEqual([
      ['Autorité', 0, 0],
      ['Gazette', 1, 0],
      ['Collectif', 0, 0],
    ]);
    const line = { how: 'mail' as const, what: 'Prévenue', at: null, incidentId, nextContactAt: null };
    await at.told.note(at.anna, regulator.id, line);
    await at.told.note(at.anna, regulator.id, line);
    expect(await seen()).toEqual([
      ['Gazette', 1, 0],
      ['Collectif', 0, 0],
      ['Autorité', 0, 2],
    ]);
    const lines = () =>
      at.query(
        `select event, params->>'stakeholder' as stakeholder, params->>'what' as what, person_id as by
         from incident_log where incident_id = $1 order by id`,
        [incidentId],
      );
    const told = {
      event: 'stakeholder_told',
      stakeholder: 'Autorité',
      what: 'Prévenue',
      by: at.anna.personId,
    };
    expect(await lines()).toEqual([told, told]);
    const drill = await at.make('Autorité', { category: 'authorities' }, 'training');
    expect(await codeOf(at.told.note(at.anna, drill.id, line))).toBe('stakeholder-of-other-realm');
    await at.query(
      `update incident set state = 'closed', closed_at = now(), closed_by = declared_by where id = $1`,
      [incidentId],
    );
    await at.told.note(at.anna, regulator.id, line);
    expect(await lines()).toHaveLength(2);
  });
});

describe('notes on a stakeholder', () => {
  it('are written by hand and corrected in versions, of which none can be rewritten', async () => {
    const notes = new StakeholderNotesService(at.dataSource);
    const made = await at.make('Syndicat des conducteurs');
    const { id: noteId } = await notes.add(at.anna, made.id, 'Dit vouloir un rendez-vous');
    const later = await notes.add(at.anna, made.id, 'Un rendez-vous est fixé');
    const address = { stakeholderId: made.id, noteId };
    await notes.correct(at.anna, address, { text: 'Veut un rendez-vous avant juin', version: 1 });
    const twice = await Promise.all(
      ['avant juillet', 'avant août'].map((text) =>
        codeOf(notes.correct(at.anna, address, { text: `Veut un rendez-vous ${text}`, version: 2 })),
      ),
    );
    expect(twice.filter((one) => one === 'note-corrected-meanwhile')).toHaveLength(1);
    const { items } = await notes.list(made.id, { limit: 10 });
    expect(items.map(({ id, version }) => [id, version])).toEqual([
      [later.id, 1],
      [noteId, 3],
    ]);
    expect(items[0]).toMatchObject({ workshop: null, by: 'Anna', corrected: null, earlier: [] });
    expect(items[1]?.earlier.map(({ text }) => text)).toEqual([
      'Veut un rendez-vous avant juin',
      'Dit vouloir un rendez-vous',
    ]);
    expect(items[1]?.corrected).toMatchObject({ by: 'Anna' });
    expect(await actions(made.id)).toEqual([
      'stakeholder.created',
      'stakeholder.noted',
      'stakeholder.noted',
      'stakeholder.note_corrected',
      'stakeholder.note_corrected',
    ]);
    const [kept] = await at.query(
      `select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), '') as record from audit_entry
       where action like 'stakeholder.note%' and subject_id = $1`,
      [made.id],
    );
    expect(kept.record).not.toContain('rendez-vous');
    await expect(at.query(`update stakeholder_note set text = 'autre'`)).rejects.toThrow('append-only');
  });

  it('stand on a stakeholder in use only, and a page of them goes on where it ended', async () => {
    const notes = new StakeholderNotesService(at.dataSource);
    const made = await at.make('Comité de quartier');
    for (const text of ['un', 'deux', 'trois']) await notes.add(at.anna, made.id, text);
    const first = await notes.list(made.id, { limit: 2 });
    const rest = await notes.list(made.id, { limit: 2, cursor: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ text }) => text)).toEqual(['trois', 'deux', 'un']);
    const other = await at.make('Comité voisin');
    const address = { stakeholderId: other.id, noteId: first.items[0]!.id };
    expect(await codeOf(notes.correct(at.anna, address, { text: 'x', version: 1 }))).toBe('note-not-found');
    await at.stakeholders.archive(at.anna, made.id, { archived: true, version: made.version });
    expect(await codeOf(notes.add(at.anna, made.id, 'quatre'))).toBe('stakeholder-archived');
  });
});
