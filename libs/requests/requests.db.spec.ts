import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MentionsService } from '#mentions';
import { inTransaction } from '#platform/database';
import { outcomeOf, refusalOf } from '#platform/testing';
import { followAllAnswers } from './follow-answer.js';
import { overdueRequests } from './overdue-requests.js';
import { changeRequestSettingsTo, viewRequestSettings } from './request-settings.js';
import { RequestsWorld } from './requests.fixture.js';
import { tellOverdueRequests } from './tell-overdue.js';

let dataSource: DataSource;
let world: RequestsWorld;

beforeAll(async () => {
  world = await RequestsWorld.open();
  dataSource = world.dataSource;
});
afterAll(() => world?.close());

const fields = async (work: Promise<unknown>) => (await refusalOf(work))?.errors.map(({ field }) => field);
const count = async (sql: string, values: unknown[] = []) =>
  Number((await dataSource.query(`select count(*) as count from ${sql}`, values))[0].count);
const actions = async (requestId: string): Promise<string[]> =>
  (
    await dataSource.query(
      `select action from audit_entry where subject_type = 'answer_request' and subject_id = $1 order by position`,
      [requestId],
    )
  ).map(({ action }: { action: string }) => action);
const notices = async (requestId: string): Promise<{ kind: string; people: string[] }[]> =>
  dataSource.query(
    `select kind, person_ids::text[] as people from notice where link = '/requests/' || $1::text order by id`,
    [requestId],
  );

describe('asking for an answer', () => {
  it('makes one request with everything gathered, on record, and tells the departments', async () => {
    const [first, second] = await world.mentions([
      'May I take a unicycle on the tram?',
      'A unicycle on the tram, is it allowed?',
    ]);
    const requestId = await world.ask(first!, [second!]);
    const request = await world.reader.read(requestId);
    expect(request).toMatchObject({
      state: 'open',
      realm: 'live',
      question: 'Que dit-on ?',
      departmentIds: [world.legal],
      askedBy: { name: 'Anna' },
      overdue: false,
      mentions: { attached: 2, waiting: 2, proposed: 0 },
      answer: null,
    });
    expect(request.gathered.map(({ mention }) => mention.id)).toEqual([first, second]);
    expect(request.gathered[0]?.mention.request).toEqual({
      id: requestId,
      state: 'open',
      standing: 'attached',
    });
    expect(await actions(requestId)).toEqual(['request.asked']);
    expect(await notices(requestId)).toEqual([{ kind: 'answer.asked', people: [world.lawyer.personId] }]);
  });

  it('is one request when two people ask at the same moment, also about each other’s mention', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = await world.mentions([`Lost umbrella number ${round}`, `Umbrella ${round}, lost it`]);
      const asked = await Promise.all([
        world.asking.ask(
          { mentionId: a!, similarMentionIds: [b!], departmentIds: [world.legal], question: 'Anna demande' },
          world.anna,
        ),
        world.asking.ask(
          { mentionId: b!, similarMentionIds: [a!], departmentIds: [world.pr], question: 'Boris demande' },
          world.boris,
        ),
      ]);
      expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(1);
      expect(asked.map(({ joined }) => joined).sort()).toEqual([false, true]);
      const request = await world.reader.read(asked[0]!.requestId);
      expect(request.departmentIds.sort()).toEqual([world.legal, world.pr].sort());
      expect(request.mentions.attached).toBe(2);
    }
  });

  it('cannot double, whatever the program does: the database refuses it', async () => {
    const [mention] = await world.mentions(['Where do I pay my fine?']);
    await world.ask(mention!);
    await expect(
      dataSource.query(
        `with other as (insert into answer_request (realm, question, level, department_ids, asked_by, due_at)
           values ('live', 'x', 0, array[$2::bigint], $3, now()) returning id)
         insert into answer_request_mention (request_id, mention_id, realm, network, published_at, standing, request_state)
         select other.id, m.id, 'live', m.network, m.published_at, 'attached', 'open' from other, mention m where m.id = $1`,
        [mention, world.legal, world.anna.personId],
      ),
    ).rejects.toThrow(/answer_request_mention_one/);
  });

  it('refuses what makes no sense by its field, and changes nothing', async () => {
    const [open, answered, closed] = await world.mentions(['one thing', 'another thing', 'third thing']);
    const [drill] = await world.mentions(['a drill'], {
      realm: 'training',
      network: 'training',
      sourceId: null,
    });
    await dataSource.query(`update mention set state = 'answered' where id = $1`, [answered]);
    await dataSource.query(`update mention set state = 'no_reply' where id = $1`, [closed]);
    const before = await count('answer_request');
    const ask = (change: object) =>
      world.asking.ask(
        { mentionId: open!, similarMentionIds: [], departmentIds: [world.legal], question: 'x', ...change },
        world.anna,
      );
    expect(await fields(ask({ mentionId: '424242' }))).toEqual(['mentionId']);
    expect(await outcomeOf(ask({ mentionId: '424242' }))).toBe('unknown-mention');
    expect(await outcomeOf(ask({ mentionId: answered }))).toBe('mention-already-answered');
    expect(await outcomeOf(ask({ similarMentionIds: [closed!] }))).toBe('mention-closed');
    expect(await fields(ask({ similarMentionIds: [open!, '424242'] }))).toEqual(['similarMentionIds.1']);
    expect(await outcomeOf(ask({ similarMentionIds: [drill!] }))).toBe('realm-mixed');
    expect(await fields(ask({ departmentIds: [world.legal, '424242'] }))).toEqual(['departmentIds.1']);
    expect(await outcomeOf(ask({ question: 'a\u202eb' }))).toBe('characters-not-allowed');
    expect(await count('answer_request')).toBe(before);
    const requestId = await world.ask(open!);
    expect(await outcomeOf(world.asking.attach(requestId, [drill!], world.anna))).toBe('realm-mixed');
    const [other] = await world.mentions(['fourth thing']);
    const otherId = await world.ask(other!);
    expect(await outcomeOf(world.asking.attach(otherId, [open!], world.anna))).toBe(
      'mention-asked-elsewhere',
    );
    expect(await outcomeOf(world.asking.detach(otherId, other!, world.anna))).toBe('last-mention');
    expect(await outcomeOf(world.asking.detach(otherId, open!, world.anna))).toBe('mention-not-gathered');
    expect(await outcomeOf(world.asking.attach('424242', [open!], world.anna))).toBe('request-not-found');
    // Nor does the database let a drill in.
    await expect(
      dataSource.query(
        `insert into answer_request_mention (request_id, mention_id, realm, network, published_at, standing, request_state)
         select $1, id, realm, network, published_at, 'proposed', 'open' from mention where id = $2`,
        [requestId, drill],
      ),
    ).rejects.toThrow(/answer_request_mention_request/);
  });
});

describe('a request follows its answer', () => {
  it('to the top of the inbox, with what was asked filled in, and both askers told', async () => {
    const [old, similar] = await world.mentions(['Is my trombone insured on the bus?', 'trombone insured?'], {
      publishedAt: new Date(Date.now() - 3_600_000),
    });
    const requestId = await world.ask(old!);
    await world.asking.attach(requestId, [similar!], world.boris);
    await world.mentions(['Something newer', 'And newer still']);
    const inbox = new MentionsService(dataSource);
    const top = async (more = {}) =>
      (await inbox.list(world.anna, { sort: 'newest', limit: 2, realm: 'live', ...more })).items.map(
        ({ id }) => id,
      );
    expect(await top()).not.toContain(old);

    const answerId = await world.deciding.write(requestId, world.author);
    expect(await world.deciding.write(requestId, world.author)).toBe(answerId);
    const [draft] = (await world.library.read(answerId)).versions;
    expect(draft).toMatchObject({
      state: 'draft',
      question: { fr: 'Que dit-on ?', en: '' },
      wordings: { en: ['Is my trombone insured on the bus?', 'trombone insured?'], fr: [] },
      departmentIds: [world.legal],
      author: { name: 'Camille' },
    });
    expect(await world.state(requestId)).toBe('drafted');
    await world.written(requestId);
    expect(await world.state(requestId)).toBe('in_review');
    await world.approvals.decide(
      answerId,
      1,
      { departmentId: world.legal, decision: 'refused', comment: 'non' },
      world.lawyer,
    );
    expect(await world.state(requestId)).toBe('drafted');
    await world.approvals.submit(answerId, 1, world.author);
    await world.approve(answerId);
    expect(await world.state(requestId)).toBe('ready');
    expect((await top()).sort()).toEqual([old, similar].sort());
    expect((await top({ request: 'ready' })).sort()).toEqual([old, similar].sort());
    expect(await actions(requestId)).toEqual([
      'request.asked',
      'request.joined',
      'request.drafted',
      'request.in_review',
      'request.drafted',
      'request.in_review',
      'request.ready',
    ]);
    expect((await notices(requestId)).at(-1)).toEqual({
      kind: 'answer.ready',
      people: [world.anna.personId, world.boris.personId],
    });
    const asked = await world.reader.ofMention(old!);
    expect(asked.ready).toMatchObject({ answerId, language: 'en', body: 'Yes, {{first_name}}.' });
    expect(asked.values).toEqual({ first_name: 'Anna' });

    await world.approvals.retire(answerId, 'wrong', world.lawyer);
    expect(await world.reader.read(requestId)).toMatchObject({ state: 'open', answer: null });
    expect(await top()).not.toContain(old);
  });

  it('pages through the list without losing or repeating what comes first', async () => {
    const [a, b] = await world.mentions(['Ticket for a penguin?', 'Penguin ticket']);
    const requestId = await world.ask(a!, [b!]);
    await world.approve(await world.written(requestId));
    const inbox = new MentionsService(dataSource);
    for (const sort of ['newest', 'oldest', 'urgent'] as const) {
      const all = (await inbox.list(world.anna, { sort, limit: 200, realm: 'live' })).items.map(
        ({ id }) => id,
      );
      expect(all.slice(0, 2).sort()).toEqual([a, b].sort());
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await inbox.list(world.anna, {
          sort,
          limit: 1,
          realm: 'live',
          ...(cursor ? { cursor } : {}),
        });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(all);
      expect(new Set(all).size).toBe(all.length);
    }
    const counts = await inbox.count(world.anna, { realm: 'live', request: 'ready' });
    expect(counts.byState.new).toBe(2);
  });

  it('by the clock too, however many workers look, and whatever process changed the answer', async () => {
    const [mention] = await world.mentions(['Do you carry surfboards?']);
    const requestId = await world.ask(mention!);
    const answerId = await world.written(requestId);
    // Approved by a process that knew nothing of requests.
    const quietly = (sql: string) =>
      dataSource.transaction(async (manager) => {
        await manager.query(`set local session_replication_role = 'replica'`);
        await manager.query(sql, [answerId]);
      });
    await quietly(`update answer_version set state = 'approved' where answer_id = $1`);
    expect(await world.state(requestId)).toBe('in_review');
    await Promise.all([1, 2, 3].map(() => followAllAnswers(dataSource)));
    expect(await world.state(requestId)).toBe('ready');
    await quietly(`update answer_version set valid_until = clock_timestamp() where answer_id = $1`);
    await Promise.all([1, 2, 3].map(() => followAllAnswers(dataSource)));
    expect(await world.state(requestId)).toBe('open');
    expect((await actions(requestId)).slice(-2)).toEqual(['request.ready', 'request.answer_lost']);
  });

  it('is undone with the change that it followed', async () => {
    const [mention] = await world.mentions(['Do you carry harps?']);
    const requestId = await world.ask(mention!);
    const answerId = await world.written(requestId);
    // The very last step of the approval fails: the record of the request cannot be written.
    await dataSource.query(
      `alter table audit_entry add constraint no_more check (action <> 'request.ready' or subject_id <> '${requestId}') not valid`,
    );
    await expect(world.approve(answerId)).rejects.toThrow(/no_more/);
    await dataSource.query('alter table audit_entry drop constraint no_more');
    expect((await world.library.read(answerId)).versions[0]?.state).toBe('in_review');
    expect(await world.state(requestId)).toBe('in_review');
    await world.approve(answerId);
    expect(await world.state(requestId)).toBe('ready');
  });
});

describe('the end of a request without an answer', () => {
  it('is declined with a reason by a department that was asked, or withdrawn by those who handle mentions', async () => {
    const [a, b] = await world.mentions(['Do you sell hats?', 'Where are your hats made?']);
    const first = await world.ask(a!);
    expect(await outcomeOf(world.deciding.end(first, 'decline', 'no', world.author))).toBe(
      'not-your-department',
    );
    expect(await outcomeOf(world.deciding.end(first, 'decline', 'no', world.anna))).toBe('not-allowed-here');
    expect(await outcomeOf(world.deciding.end(first, 'withdraw', null, world.lawyer))).toBe(
      'not-allowed-here',
    );
    expect(await outcomeOf(world.deciding.end(first, 'fulfil', null, world.anna))).toBe(
      'transition-not-allowed',
    );
    await world.deciding.end(first, 'decline', 'Hats are no subject of ours.', world.lawyer);
    expect(await world.reader.read(first)).toMatchObject({
      state: 'declined',
      end: { by: { name: 'Helene' }, reason: 'Hats are no subject of ours.' },
    });
    expect(await outcomeOf(world.deciding.write(first, world.author))).toBe('request-over');
    expect(await outcomeOf(world.deciding.end(first, 'withdraw', null, world.anna))).toBe(
      'transition-not-allowed',
    );
    // The mention is free: another request may begin.
    const second = await world.ask(a!);
    expect(second).not.toBe(first);
    const third = await world.ask(b!);
    await world.deciding.end(third, 'withdraw', null, world.boris);
    expect(await world.state(third)).toBe('withdrawn');
  });
});

describe('requests whose time has passed', () => {
  it('are shown as overdue, counted, and found for whoever escalates', async () => {
    const [mention] = await world.mentions(['Is the harbour line open?']);
    const requestId = await world.ask(mention!, [], world.boris);
    const later = new Date(Date.now() + 25 * 3_600_000);
    expect((await world.reader.read(requestId, later)).overdue).toBe(true);
    const query = { scope: 'mine', overdue: 'true', limit: 50, realm: 'live' } as const;
    const list = await world.reader.list(query, world.boris, later);
    expect(list.items.map(({ id }) => id)).toContain(requestId);
    expect(list.items.every(({ overdue, askedBy }) => overdue && askedBy.name === 'Boris')).toBe(true);
    expect(list.counts.overdue).toBeGreaterThanOrEqual(list.items.length);
    expect((await overdueRequests(dataSource.manager, later)).map(({ id }) => id)).toContain(requestId);
    expect((await overdueRequests(dataSource.manager, new Date())).map(({ id }) => id)).not.toContain(
      requestId,
    );
    const ofLegal = await world.reader.list({ scope: 'departments', limit: 50 }, world.lawyer);
    expect(ofLegal.items.map(({ id }) => id)).toContain(requestId);
    expect((await world.reader.list({ scope: 'departments', limit: 50 }, world.anna)).items).toEqual([]);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.reader.list({ scope: 'all', limit: 2, cursor }, world.anna);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(
      (await world.reader.list({ scope: 'all', limit: 200 }, world.anna)).items.map(({ id }) => id),
    );
    expect(
      await outcomeOf(world.reader.list({ scope: 'all', limit: 2, cursor: 'nonsense' }, world.anna)),
    ).toBe('cursor-invalid');
  });
});

describe('the time within which an answer is due', () => {
  const change = (minutes: number[], version: number, reason = 'fewer people on duty') =>
    inTransaction(dataSource, ({ manager }) =>
      changeRequestSettingsTo(manager, world.lawyer, { version, minutes, reason }),
    );

  it('is set by level, in versions and on record, and holds for what is asked from then on', async () => {
    const [before, after] = await world.mentions([
      'Is there a lost property office?',
      'Do you lend umbrellas?',
    ]);
    const first = await world.ask(before!);
    expect((await viewRequestSettings(dataSource.manager)).version).toBe(0);
    await change([600, 120, 60, 20, 10], 0);
    const second = await world.ask(after!);
    const minutesOf = async (id: string) => {
      const { askedAt, dueAt } = await world.reader.read(id);
      return (Date.parse(dueAt) - Date.parse(askedAt)) / 60_000;
    };
    expect(await minutesOf(first)).toBe(24 * 60);
    expect(await minutesOf(second)).toBe(600);
    expect(await outcomeOf(change([1, 1, 1, 1, 1], 0))).toBe('changed-meanwhile');
    const { version } = await viewRequestSettings(dataSource.manager);
    expect(await fields(change([600, 120, 60, 20, 10], version))).toEqual(['minutes']);
    expect(await count(`audit_entry where action = 'request.settings_changed'`)).toBe(1);
  });

  it('once past is told to the departments and to whoever asked, once for all workers', async () => {
    const [mention] = await world.mentions(['May I charge my scooter on the bus?']);
    const requestId = await world.ask(mention!, [], world.boris);
    const later = new Date(Date.now() + 25 * 3_600_000);
    await tellOverdueRequests(dataSource, new Date());
    const overdue = async () => (await notices(requestId)).filter(({ kind }) => kind === 'answer.overdue');
    expect(await overdue()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => tellOverdueRequests(dataSource, later)));
    await tellOverdueRequests(dataSource, later);
    const [told, ...more] = await overdue();
    expect(more).toEqual([]);
    expect([...told!.people].sort()).toEqual([world.boris.personId, world.lawyer.personId].sort());
    expect((await actions(requestId)).filter((action) => action === 'request.overdue')).toHaveLength(1);
  });
});
