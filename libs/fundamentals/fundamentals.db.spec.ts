import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource } from '#platform/database';
import { outcomeOf, type TestDatabase, testDatabase } from '#platform/testing';
import { ENTITIES } from '#schema';
import { FundamentalsService, type Learner } from './fundamentals.service.js';
import { LESSON_KEYS, type LessonKey } from './lesson.js';
import { lessonOf } from './lessons.js';
import { TeamService } from './team.service.js';

let database: TestDatabase;
let dataSource: DataSource;
let fundamentals: FundamentalsService;
let count = 0;
let anna: Learner;
let tom: Learner;
let department: string;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource({ url: database.url, entities: ENTITIES, poolSize: 8 }).initialize();
  fundamentals = new FundamentalsService(dataSource);
  await dataSource.query('select ensure_mention_partition(now())');
  department = await stored(
    `insert into department (key, name_fr, name_en) values ('legal', 'Juridique', 'Legal') returning id`,
  );
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(async () => {
  anna = await person('community_manager');
  tom = await person('community_manager');
});

async function stored(sql: string, values: unknown[] = []): Promise<string> {
  const [row]: { id: string }[] = await dataSource.query(sql, values);
  return row!.id;
}

async function person(...roles: Role[]): Promise<Learner> {
  count += 1;
  const personId = await stored(
    `insert into person (email, name, roles, locale) values ($1, $1, $2, 'fr') returning id`,
    [`person-${String(count).padStart(3, '0')}@lumen.example`, roles],
  );
  return { personId, permissions: permissionsOf(roles) };
}

async function mention(
  given: { network?: string; intent?: string; authorKind?: string } = {},
): Promise<string> {
  count += 1;
  const network = given.network ?? 'training';
  const id = await stored(
    `insert into mention_identity (network, external_id, published_at) values ($1, $2, now()) returning mention_id as id`,
    [network, `post-${count}`],
  );
  await dataSource.query(
    `insert into mention (id, published_at, realm, network, external_id, text, intent, assessment, assessed_at)
     select mention_id, published_at, $2, network, external_id, 'A post', $3, $4, now()
     from mention_identity where mention_id = $1`,
    [
      id,
      network === 'training' ? 'training' : 'live',
      given.intent ?? 'question',
      JSON.stringify({ authorKind: given.authorKind ?? 'person' }),
    ],
  );
  return id;
}

function decision(
  who: Learner,
  mentionId: string,
  action: string,
  given: { reason?: string; to?: string } = {},
) {
  return stored(
    `insert into decision (mention_id, at, person_id, action, reason, from_state, to_state, to_assignee_id, version_after)
     values ($1, clock_timestamp(), $2, $3, $4, 'new', 'in_progress', $5, 2) returning id`,
    [mentionId, who.personId, action, given.reason ?? null, given.to ?? null],
  );
}

async function reply(
  who: Learner,
  given: { carries?: boolean; network?: string; corrects?: string; problem?: string } = {},
) {
  const network = given.network ?? 'training';
  const mentionId = await mention({ network });
  count += 1;
  const answerId = await stored(
    `insert into answer (owner_id, kind, exchange_key) values ($1, 'answer', gen_random_uuid()) returning id`,
    [who.personId],
  );
  const versionId = await stored(
    `insert into answer_version (answer_id, number, state, author_id, editor_ids, question_fr, question_en, sensitivity,
       level_min, level_max, strategy, department_ids, key_messages)
     values ($1, 1, 'draft', $2, '{}', 'q', 'q', 'low', 0, 4, 'inform', '{}', $3) returning id`,
    [answerId, who.personId, JSON.stringify(given.carries ? ['1.umbrella'] : [])],
  );
  const variantId = await stored(
    `insert into answer_variant (version_id, language, body) values ($1, 'fr', 'Bonjour') returning id`,
    [versionId],
  );
  return stored(
    `insert into reply (mention_id, realm, network, answer_id, answer_version_id, answer_variant_id, content_hash, text,
       state, person_id, previous_state, created_at, due_at, sent_at, problem_code, corrects_id)
     values ($1, $2, $3, $4, $5, $6, 'h', 'Bonjour', $7, $8, 'new', clock_timestamp(), now(), $9, $10, $11) returning id`,
    [
      ...[mentionId, network === 'training' ? 'training' : 'live', network, answerId, versionId, variantId],
      ...[
        given.problem ? 'refused' : 'sent',
        who.personId,
        given.problem ? null : new Date(Date.now() + 1000),
      ],
      ...[given.problem ?? null, given.corrects ?? null],
    ],
  );
}

async function escalation(
  who: Learner | null,
  question: string,
  departmentId: string | null,
): Promise<string> {
  const mentionId = await mention();
  const id = await stored(
    `insert into escalation (subject_type, subject_id, realm, level, question, opened_by, opened_at)
     values ('mention', $1, 'training', 2, $2, $3, clock_timestamp()) returning id`,
    [mentionId, question, who?.personId ?? null],
  );
  await dataSource.query(
    `insert into escalation_ask (escalation_id, department_id, next_at) values ($1, $2, now())`,
    [id, departmentId],
  );
  return id;
}

async function answerAll(who: Learner, key: LessonKey) {
  for (const { key: question, options } of lessonOf(key).questions) {
    const option = options.find(({ right }) => right)!.key;
    await fundamentals.answer(who, key, { question, option });
  }
}

const doneAt = async (who: Learner, key: LessonKey) => (await fundamentals.read(who, key)).exercise;

describe('a lesson', () => {
  it('is begun once, however often one begins it, even twice at once', async () => {
    const [first, second] = await Promise.all([
      fundamentals.begin(anna, 'escalating'),
      fundamentals.begin(anna, 'escalating'),
    ]);
    expect(first.begunAt).toBe(second.begunAt);
    expect((await fundamentals.begin(anna, 'escalating')).begunAt).toBe(first.begunAt);
    expect((await fundamentals.read(tom, 'escalating')).state).toBe('untouched');
  });

  it('remembers that a question was answered right once, whatever is answered later', async () => {
    const [{ key: question, options }] = lessonOf('escalating').questions as never as [
      { key: string; options: { key: string; right: boolean }[] },
    ];
    const right = options.find((one) => one.right)!.key;
    const wrong = options.find((one) => !one.right)!.key;
    expect(await outcomeOf(fundamentals.answer(anna, 'escalating', { question, option: right }))).toBe(
      'lesson-not-begun',
    );
    await fundamentals.begin(anna, 'escalating');
    for (const option of [wrong, right, wrong])
      await fundamentals.answer(anna, 'escalating', { question, option });
    const { answers } = await fundamentals.read(anna, 'escalating');
    expect(answers).toMatchObject([{ option: wrong, right: false, attempts: 3 }]);
    expect(answers[0]?.rightAt).not.toBeNull();
  });

  it('refuses a question or an option that it does not have', async () => {
    await fundamentals.begin(anna, 'first-hour');
    const asked = (question: string, option: string) =>
      outcomeOf(fundamentals.answer(anna, 'first-hour', { question, option }));
    expect(await asked('never', 'say')).toBe('unknown-question');
    expect(await asked('unknown', 'never')).toBe('unknown-option');
  });
});

describe('an exercise is ticked off by what the person did on the training network', () => {
  it('since the lesson was begun, not before, not live, not by another, not undone', async () => {
    const troll = () => mention({ intent: 'troll' });
    await decision(anna, await troll(), 'no_reply', { reason: 'troll' });
    await fundamentals.begin(anna, 'when-not-to-answer');
    await decision(anna, await mention({ intent: 'troll', network: 'x' }), 'no_reply', { reason: 'troll' });
    await decision(tom, await troll(), 'no_reply', { reason: 'troll' });
    await decision(anna, await mention({ intent: 'unhappy_customer' }), 'no_reply', { reason: 'troll' });
    const undone = await decision(anna, await troll(), 'no_reply', { reason: 'troll' });
    await dataSource.query('update decision set undone_at = now() where id = $1', [undone]);
    expect(await doneAt(anna, 'when-not-to-answer')).toMatchObject({ asked: true, doneAt: null });

    const mentionId = await troll();
    await decision(anna, mentionId, 'no_reply', { reason: 'troll' });
    const { path, doneAt: first } = await doneAt(anna, 'when-not-to-answer');
    expect(path).toBe(`/inbox/${mentionId}?state=all`);
    await decision(anna, await troll(), 'no_reply', { reason: 'troll' });
    await dataSource.query('update decision set undone_at = now() where mention_id = $1', [mentionId]);
    expect((await doneAt(anna, 'when-not-to-answer')).doneAt).toBe(first);
  });

  it('a mention of the press taken', async () => {
    await fundamentals.begin(anna, 'stakeholders');
    await decision(anna, await mention(), 'take', { to: anna.personId });
    await decision(anna, await mention({ authorKind: 'press' }), 'assign', { to: tom.personId });
    expect((await doneAt(anna, 'stakeholders')).doneAt).toBeNull();
    await decision(anna, await mention({ authorKind: 'press' }), 'take', { to: anna.personId });
    expect((await doneAt(anna, 'stakeholders')).doneAt).not.toBeNull();
  });

  it('a reply that was sent; for key messages one that carries a message', async () => {
    for (const key of ['using-answers', 'key-messages'] as const) await fundamentals.begin(anna, key);
    await reply(anna, { network: 'x', carries: true });
    await reply(anna, { problem: 'text-too-long' });
    expect((await doneAt(anna, 'using-answers')).doneAt).toBeNull();
    await reply(anna);
    expect((await doneAt(anna, 'using-answers')).doneAt).not.toBeNull();
    expect((await doneAt(anna, 'key-messages')).doneAt).toBeNull();
    await reply(anna, { carries: true });
    expect((await doneAt(anna, 'key-messages')).doneAt).not.toBeNull();
  });

  it('an escalation to a named department with a question that can be decided on', async () => {
    await fundamentals.begin(anna, 'escalating');
    await escalation(anna, 'Please look', department);
    await escalation(anna, 'May we publish the holding statement before ten o’clock?', null);
    expect((await doneAt(anna, 'escalating')).doneAt).toBeNull();
    await escalation(anna, 'May we publish the holding statement before ten o’clock?', department);
    expect((await doneAt(anna, 'escalating')).doneAt).not.toBeNull();
  });

  it('a situation report saved in a training incident, and a workshop with sponsor and stake', async () => {
    for (const key of ['first-hour', 'facilitating'] as const) await fundamentals.begin(anna, key);
    const topicId = await stored(`insert into topic (name, query) values ('T' || $1, 'x') returning id`, [
      String(count),
    ]);
    for (const realm of ['live', 'training']) {
      const incidentId = await stored(
        `insert into incident (topic_id, realm, title, crisis_type, cluster, declared_level, why, declared_by, declared_at)
         values ($1, $2, 'I', 'data_breach', 'accidental', 3, 'w', $3, now()) returning id`,
        [topicId, realm, tom.personId],
      );
      const reportId = await stored(
        `insert into situation_report (incident_id, number, data_at, data, drafted_by, recipient_ids)
         values ($1, 1, now(), '{}', $2, '{}') returning id`,
        [incidentId, anna.personId],
      );
      await dataSource.query(
        `insert into situation_report_version (report_id, version, sections, saved_by, saved_at)
         values ($1, 1, '{}', null, clock_timestamp())`,
        [reportId],
      );
      expect((await doneAt(anna, 'first-hour')).doneAt).toBeNull();
      await dataSource.query(
        `insert into situation_report_version (report_id, version, sections, saved_by, saved_at)
         values ($1, 2, '{}', $2, clock_timestamp())`,
        [reportId, anna.personId],
      );
      expect((await doneAt(anna, 'first-hour')).doneAt !== null).toBe(realm === 'training');
    }
    for (const stake of ['', 'Trust']) {
      expect((await doneAt(anna, 'facilitating')).doneAt).toBeNull();
      await dataSource.query(
        `insert into workshop (title, sponsor, stake, strategy, objective, people, minutes, place, trust, language,
           anonymous_allowed, method_key, plan, rooms, created_by, created_at)
         values ('W', 'Élise', $2, '', 'solve', 8, 45, 'remote', 'medium', 'fr', true, 'brainstorming', '{}', '[]', $1,
           clock_timestamp())`,
        [anna.personId, stake],
      );
    }
    expect((await doneAt(anna, 'facilitating')).doneAt).not.toBeNull();
  });
});

describe('the path', () => {
  it('of somebody who may do none of the exercises is complete with the questions; the team page shows it', async () => {
    const elise = await person('executive');
    for (const key of LESSON_KEYS) {
      expect((await fundamentals.list(elise)).completedAt).toBeNull();
      await fundamentals.begin(elise, key);
      await answerAll(elise, key);
    }
    const { completedAt, items } = await fundamentals.list(elise);
    expect(completedAt).not.toBeNull();
    expect(items.every(({ state, exercise }) => state === 'completed' && !exercise.asked)).toBe(true);

    await fundamentals.begin(anna, 'stakeholders');
    await answerAll(anna, 'stakeholders');
    await decision(anna, await mention({ authorKind: 'official' }), 'take', { to: anna.personId });
    const { people } = await new TeamService(dataSource).read();
    const of = ({ personId }: Learner) => people.find(({ id }) => id === personId);
    expect(of(elise)).toMatchObject({ completed: LESSON_KEYS.length });
    // Nobody opened Anna’s own page since: the team page looks by itself.
    expect(of(anna)).toMatchObject({ completed: 1 });
    expect(of(tom)).toMatchObject({ completed: 0 });
  });
});

describe('a lesson is suggested by what is counted', () => {
  const suggested = async (who: Learner) =>
    (await fundamentals.list(who)).items.flatMap(({ lesson, suggested: reasons }) =>
      reasons.map(({ kind, realm, count: number, signs }) => [lesson, kind, realm, number, signs.length]),
    );

  it('decisions that a colleague took back at once, not those one took back oneself', async () => {
    for (const [by, network] of [
      [tom, 'x'],
      [tom, 'x'],
      [anna, 'x'],
      [tom, 'training'],
    ] as const) {
      const mentionId = await mention({ network });
      await decision(anna, mentionId, 'no_reply', { reason: 'troll' });
      await decision(by, mentionId, 'reopen');
    }
    expect(await suggested(anna)).toEqual([['when-not-to-answer', 'no_reply_reopened', 'live', 2, 2]]);
    expect(await suggested(tom)).toEqual([]);
  });

  it('replies that a second person refused or a colleague had to correct', async () => {
    await reply(anna, { problem: 'text-too-long' });
    expect(await suggested(anna)).toEqual([]);
    await reply(anna, { problem: 'second-person-refused' });
    await reply(tom, { corrects: await reply(anna) });
    expect(await suggested(anna)).toEqual([
      ['using-answers', 'reply_refused', 'training', 1, 1],
      ['using-answers', 'reply_corrected', 'training', 1, 1],
    ]);
  });

  it('escalations that went on to the next step before anybody took them', async () => {
    const taken = [true, false, false, false];
    for (const [index, fired] of [2, 1, 2, 2].entries()) {
      const id = await escalation(tom, 'A question that has to be decided on', department);
      const ask = await stored('select id from escalation_ask where escalation_id = $1', [id]);
      await dataSource.query(
        `insert into escalation_asked (ask_id, round, step, repetition, person_id, escalation_id, because, at)
         values ($1, 1, 1, 1, $2, $3, 'on_call', now())`,
        [ask, anna.personId, id],
      );
      // Taken in time, and given back later: nothing was missed.
      if (taken[index])
        await dataSource.query(
          `insert into escalation_log (escalation_id, ask_id, at, kind) values ($1, $2, now(), 'acknowledged')`,
          [id, ask],
        );
      for (let step = 1; step <= fired; step += 1)
        await dataSource.query(
          `insert into escalation_log (escalation_id, ask_id, at, kind, round, step, repetition)
           values ($1, $2, now(), 'asked', 1, $3, 1)`,
          [id, ask, step],
        );
    }
    expect(await suggested(anna)).toEqual([['escalating', 'ask_missed', 'training', 2, 2]]);
  });

  it('until the lesson is completed, and then only anew', async () => {
    await reply(anna, { problem: 'second-person-refused' });
    await fundamentals.begin(anna, 'using-answers');
    await answerAll(anna, 'using-answers');
    expect(await suggested(anna)).toHaveLength(1);
    await reply(anna);
    expect(await suggested(anna)).toEqual([]);
  });
});
