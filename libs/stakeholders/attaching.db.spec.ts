import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clearAuthorsOf, drainQueue, eraseAuthors, eraseMentions, reweighAuthors } from '#mentions';
import { attachByRules } from './attach-by-rules.js';
import { readPressList } from './press-list.js';
import { codeOf, type StakeholderSpace, stakeholderSpace } from './stakeholders.fixture.js';

let at: StakeholderSpace;
beforeAll(async () => {
  at = await stakeholderSpace();
});
afterAll(() => at?.close());

const attachAll = async () => {
  while ((await attachByRules(at.dataSource)) > 0);
};
const reweighAll = async () => {
  while ((await reweighAuthors(at.dataSource)) > 0);
};
const speaksFor = async (authorId: string) =>
  (await at.query('select stakeholder_id, how from stakeholder_author where author_id = $1', [authorId])).map(
    (row: { stakeholder_id: string; how: string }) => [row.stakeholder_id, row.how],
  );
const list = (...lines: string[]) =>
  readPressList(Buffer.from(['name,accounts,domains,verified_by', ...lines].join('\n')));

describe('attaching by hand', () => {
  it('takes an account for one stakeholder only, whoever comes first, and of its own realm', async () => {
    const [a, b] = [await at.make('A'), await at.make('B')];
    const { authorId } = await at.post('x', 'wanted');
    const attach = (stakeholderId: string) =>
      at.authors.attach(at.anna, { stakeholderId, authorId }, 'known');
    const outcomes = await Promise.all([a, b].map(({ id }) => codeOf(attach(id))));
    expect(outcomes.sort()).toEqual(['author-speaks-for-other', 'done']);
    const drill = await at.post('training', 'actor');
    expect(
      await codeOf(at.authors.attach(at.anna, { stakeholderId: a.id, authorId: drill.authorId }, '')),
    ).toBe('author-of-other-realm');
    // The database itself refuses, whatever the code does.
    await expect(
      at.query(
        `insert into stakeholder_author (author_id, realm, stakeholder_id, how, reason) values ($1, 'live', $2, 'hand', '[]')`,
        [drill.authorId, a.id],
      ),
    ).rejects.toThrow('stakeholder_author_author');
  });

  it('shows with the mention, and goes with the names of an erased author', async () => {
    const made = await at.make('Mairie', { category: 'authorities', hasLegitimacy: true });
    const { authorId, mentionId } = await at.post('x', 'mairie_x');
    await at.authors.attach(at.anna, { stakeholderId: made.id, authorId }, 'leur compte');
    const known = await at.authors.ofMention(mentionId);
    expect([known.stakeholder?.name, known.stakeholder?.salience, known.stakeholder?.reasons]).toEqual([
      'Mairie',
      'discretionary',
      [{ code: 'hand', value: 'leur compte' }],
    ]);
    await at.query(
      'update mention set author_handle = null, author_name = null, author_url = null where id = $1',
      [mentionId],
    );
    await clearAuthorsOf(at.dataSource.manager, [mentionId]);
    expect(await speaksFor(authorId)).toEqual([]);
    expect((await at.authors.ofMention(mentionId)).author).toBeNull();
  });

  it('is told nowhere any more once the author has taken a post back, or is erased; the points stay', async () => {
    const made = await at.make('Lanceurs d’alerte', { category: 'employees', hasLegitimacy: true });
    const [kept, gone] = [await at.post('x', 'alerte1'), await at.post('x', 'alerte2')];
    for (const { authorId } of [kept, gone]) {
      await at.authors.attach(at.anna, { stakeholderId: made.id, authorId }, '');
    }
    await reweighAll();
    const read = (id: string) =>
      at
        .query(`select severity, assessment::text as told from mention where id = $1`, [id])
        .then(([row]: { severity: number; told: string }[]) => row);
    const before = [await read(kept.mentionId), await read(gone.mentionId)];
    for (const one of before) expect(one?.told).toContain('Lanceurs');
    const { manager } = at.dataSource;
    const [{ external_id: externalId }] = await at.query('select external_id from mention where id = $1', [
      gone.mentionId,
    ]);
    await manager.transaction((inside) => eraseMentions(inside, { network: 'x', externalIds: [externalId] }));
    await manager.transaction((inside) => eraseAuthors(inside, [kept.authorId]));
    for (const [place, { mentionId }] of [kept, gone].entries()) {
      const after = await read(mentionId);
      expect(after?.severity).toBe(before[place]?.severity);
      expect(after?.told).not.toContain('Lanceurs');
      expect(after?.told).not.toContain('stakeholderId');
    }
  });
});

describe('a rule', () => {
  it('attaches those known before and those who come, with the term as the reason, on record', async () => {
    const made = await at.make('Le Phare', { hasPower: true });
    const before = await at.post('x', 'lephare');
    const rule = await at.rules.create(at.anna, {
      ...{ stakeholderId: made.id, kind: 'domain' },
      terms: ['https://www.lephare.example', 'LEPHARE.example'],
    });
    expect(rule.terms).toEqual(['lephare.example']);
    await at.rules.create(at.anna, { stakeholderId: made.id, kind: 'accounts', terms: ['x:@LePhare'] });
    const later = await at.post('mastodon', 'anne@social.lephare.example');
    const other = await at.post('x', 'phare_de_voiture', { author: { url: 'https://voiture.example' } });
    await attachAll();
    expect(await speaksFor(before.authorId)).toEqual([[made.id, 'rule']]);
    expect(await speaksFor(later.authorId)).toEqual([[made.id, 'rule']]);
    expect(await speaksFor(other.authorId)).toEqual([]);
    const { items } = await at.authors.list(made.id, { limit: 10 });
    expect(items.map(({ reasons: [reason], by }) => [reason?.code, reason?.value, by]).sort()).toEqual([
      ['account', 'x:lephare', null],
      ['domain', 'lephare.example', null],
    ]);
    const [{ after }] = await at.query(
      `select after from audit_entry where action = 'stakeholder.authors_attached_by_rule' and subject_id = $1
       order by position limit 1`,
      [made.id],
    );
    expect(Object.keys(after).sort()).toEqual(['authorIds', 'ruleId']);
  });

  it('attaches whoever describes themselves anew so that it holds', async () => {
    const made = await at.make('Journalistes', { category: 'press' });
    await at.rules.create(at.anna, { stakeholderId: made.id, kind: 'bio_words', terms: ['Radio Estuaire'] });
    const { authorId } = await at.post('x', 'violaine', { author: { bio: 'Cycliste' } });
    await attachAll();
    expect(await speaksFor(authorId)).toEqual([]);
    await at.post('x', 'violaine', {
      author: { bio: 'Journaliste à radio estuaire' },
      publishedAt: new Date(),
    });
    await attachAll();
    expect(await speaksFor(authorId)).toEqual([[made.id, 'rule']]);
  });

  it('never brings back whom somebody let go, and lets everybody go when it is removed', async () => {
    const made = await at.make('Syndicat', { category: 'unions' });
    const rule = await at.rules.create(at.anna, {
      ...{ stakeholderId: made.id, kind: 'accounts' },
      terms: ['x:syndicat1', 'x:syndicat2'],
    });
    const [one, two] = [await at.post('x', 'syndicat1'), await at.post('x', 'syndicat2')];
    await attachAll();
    await at.authors.detach(at.anna, { stakeholderId: made.id, authorId: one.authorId });
    await at.query('update author set to_attach = true');
    await attachAll();
    expect([await speaksFor(one.authorId), await speaksFor(two.authorId)]).toEqual([[], [[made.id, 'rule']]]);
    const preview = await at.rules.preview({
      ...{ stakeholderId: made.id, kind: 'accounts' },
      terms: ['x:syndicat1', 'x:syndicat2', 'x:wanted'],
    });
    expect([preview.found, preview.already, preview.elsewhere, preview.dismissed]).toEqual([3, 1, 1, 1]);
    await at.rules.remove(at.anna, rule.id);
    await attachAll();
    expect(await speaksFor(two.authorId)).toEqual([]);
    expect(await codeOf(at.rules.remove(at.anna, rule.id))).toBe('rule-not-found');
  });

  it('misses nobody when it is made while authors arrive and several workers compare', async () => {
    const made = await at.make('Cohue', { category: 'general_public' });
    const arriving = Promise.all(
      Array.from({ length: 12 }, (_, number) => at.post('x', `cohue${number}`, { wait: true })),
    );
    const creating = at.rules.create(at.anna, {
      ...{ stakeholderId: made.id, kind: 'accounts' },
      terms: Array.from({ length: 12 }, (_, number) => `x:cohue${number}`),
    });
    const comparing = [attachAll(), attachAll()];
    const authors = await arriving;
    await Promise.all([creating, ...comparing]);
    await attachAll();
    const found = await Promise.all(authors.map(({ authorId }) => speaksFor(authorId)));
    expect(found).toEqual(authors.map(() => [[made.id, 'rule']]));
    await drainQueue(at.dataSource);
  });

  it('names the term that cannot be one, and changes nothing', async () => {
    const made = await at.make('Bad terms');
    const create = (kind: 'accounts' | 'domain' | 'bio_words', ...terms: string[]) =>
      at.rules.create(at.anna, { stakeholderId: made.id, kind, terms });
    await expect(create('domain', 'ok.example', 'x.com')).rejects.toMatchObject({
      errors: [{ field: 'terms.1', code: 'domain-of-network' }],
    });
    expect(await codeOf(create('accounts', 'nobody'))).toBe('account-unreadable');
    expect(await codeOf(create('bio_words', 'à'))).toBe('word-too-short');
    expect(await at.query('select from stakeholder_rule where stakeholder_id = $1', [made.id])).toEqual([]);
  });

  it('rests while its stakeholder is put away, and is held against all anew when it is back', async () => {
    const made = await at.make('Absents', { category: 'ngos' });
    await at.rules.create(at.anna, { stakeholderId: made.id, kind: 'accounts', terms: ['x:absent'] });
    await attachAll();
    const away = await at.stakeholders.archive(at.anna, made.id, { archived: true, version: 1 });
    const { authorId } = await at.post('x', 'absent');
    await attachAll();
    expect(await speaksFor(authorId)).toEqual([]);
    await at.stakeholders.archive(at.anna, made.id, { archived: false, version: away.version });
    await attachAll();
    expect(await speaksFor(authorId)).toEqual([[made.id, 'rule']]);
  });
});

describe('a proposal', () => {
  it('has reasons, is taken or dismissed for good', async () => {
    const made = await at.make('Harbour Courier', { category: 'press' });
    const named = await at.post('x', 'harbour_courier', { author: { name: 'Harbour Courier' } });
    const bio = await at.post('x', 'jane_w', { author: { bio: 'Reporter at Harbour Courier' } });
    await at.post('x', 'harbour_lover', { author: { name: 'Harbour' } });
    const proposed = (await at.authors.proposals(made.id)).items;
    expect(proposed.map(({ id, reasons }) => [id, reasons.map(({ code }) => code).sort()]).sort()).toEqual(
      [
        [named.authorId, ['named_alike']],
        [bio.authorId, ['bio_names_it', 'seems_press']],
      ].sort(),
    );
    const decide = (authorId: string, decision: 'attach' | 'dismiss') =>
      at.authors.decide(at.anna, { stakeholderId: made.id, authorId }, { decision });
    await decide(named.authorId, 'attach');
    await decide(bio.authorId, 'dismiss');
    expect(await speaksFor(named.authorId)).toEqual([[made.id, 'proposal']]);
    expect((await at.authors.proposals(made.id)).items).toEqual([]);
    expect(await codeOf(decide(bio.authorId, 'attach'))).toBe('author-not-proposed');
  });
});

describe('a list of checked press', () => {
  const LINES = [
    'La Gazette,x:gazette; mastodon:redac@gazette.example,gazette.example,Carte de presse',
    'Petit Journal,,petitjournal.example,Annuaire',
    'Sans preuve,x:rien,,',
    'Réseau,,x.com,Annuaire',
  ];

  it('is shown before it does anything, and done exactly as shown', async () => {
    await at.post('x', 'gazette');
    const lines = list(...LINES);
    const plan = await at.press.plan('live', lines);
    expect(plan.counts).toEqual({ new: 2, changed: 0, same: 0, refused: 2 });
    expect(plan.accounts).toBe(1);
    expect(plan.entries.map(({ line, outcome }) => [line, outcome])).toEqual([
      [4, 'refused'],
      [5, 'refused'],
      [2, 'new'],
      [3, 'new'],
    ]);
    expect(await codeOf(at.press.apply(at.anna, 'live', lines, '0'.repeat(64)))).toBe('stakeholders-changed');
    const done = await at.press.apply(at.anna, 'live', lines, plan.planHash);
    expect(done.applied).toBe(true);
    await attachAll();
    const [gazette] = (await at.stakeholders.list({ realm: 'live', archived: false })).items.filter(
      ({ name }) => name === 'La Gazette',
    );
    expect([gazette?.authors, gazette?.category]).toEqual([1, 'press']);
    const again = await at.press.plan('live', lines);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, refused: 2 });
    expect(await codeOf(at.press.apply(at.anna, 'live', lines, again.planHash))).toBe('nothing-to-import');
  });

  it('names the line that cannot be read', () => {
    expect(() => list('one,two')).toThrow('line 2');
    expect(() => readPressList(Buffer.from([0xff, 0xfe, 0x00]))).toThrow('not UTF-8');
    expect(() => readPressList(Buffer.from('titre\nx'))).toThrow('there is no column');
  });
});

describe('the voice of a stakeholder', () => {
  it('is counted by week and topic, each mention once in the whole', async () => {
    const made = await at.make('Voix');
    const angry = { text: 'C’est une honte, service lamentable, nul et catastrophique' };
    const { authorId } = await at.post('x', 'voix', {
      ...angry,
      publishedAt: new Date('2026-11-02T00:00:00Z'),
    });
    await at.post('x', 'voix', { ...angry, publishedAt: new Date('2026-11-08T23:59:00Z') });
    await at.post('x', 'voix', { publishedAt: new Date('2026-11-09T00:00:00Z'), text: 'Merci, impeccable' });
    await at.authors.attach(at.anna, { stakeholderId: made.id, authorId }, '');
    const voice = await at.voice.read(made.id, 3, new Date('2026-11-15T12:00:00Z'));
    expect(voice.weeks.map((week) => week.slice(0, 10))).toEqual(['2026-10-26', '2026-11-02', '2026-11-09']);
    expect([voice.total, voice.negative]).toEqual([
      [0, 2, 1],
      [0, 2, 0],
    ]);
    expect(voice.lines.map(({ topic, mentions }) => [topic, mentions])).toEqual([[null, [0, 2, 1]]]);
  });
});

describe('after all of this', () => {
  it('nothing is left to be weighed anew', async () => {
    await reweighAll();
    expect(await at.query('select from author_reweigh')).toEqual([]);
  });
});
