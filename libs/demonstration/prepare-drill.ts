import type { DataSource, EntityManager } from 'typeorm';
import { ConductService, DebriefService, DrillPlayer } from '#drills';
import { acknowledge, closeEscalation, lockEscalation, openEscalation } from '#escalation';
import { releaseLevel, setLevel } from '#levels';
import { decide } from '#mentions';
import { TrainingNetwork } from '#networks';
import { inTransaction } from '#platform/database';
import { lengthOf, READY_SCENARIOS } from '#rules/drills';
import { TopicRow } from '#topics';
import { bringInDrill } from './bring-in.js';
import { type DemoActor, demoPerson } from './demo-person.js';
import { DEMO_DRILL } from './library/demo-drill.js';
import { topicName } from './prepare-topics.js';
import { AT_ONCE, replyThen } from './reply-then.js';
import { DEMO_TOPICS } from './topics.js';

const DAYS_AGO = 5;
const DAY_MS = 86_400_000;
const REALM = 'training';
/** The clock of a drill stands still when nobody looks for five seconds. */
const LOOK_MS = 4000;

/**
 * A drill of some days ago, from its first inject to its debriefing, by the very steps that people take. One that was cut
 * short is ended, and left at that.
 */
export async function prepareDrill(dataSource: DataSource, now: Date): Promise<void> {
  const topic = DEMO_TOPICS.find(({ key }) => key === DEMO_DRILL.topic);
  const row = topic && (await dataSource.getRepository(TopicRow).findOneBy({ name: topicName(topic) }));
  const [known]: { id: string; state: string }[] = await dataSource.query(
    'select id, state from drill limit 1',
  );
  const conduct = new ConductService(dataSource, new TrainingNetwork(dataSource), AT_ONCE);
  const person = (email: string) => demoPerson(dataSource, (one) => one.email === email);
  const lead = await person(DEMO_DRILL.lead);
  if (known?.state === 'running') await conduct.move(known.id, { move: 'end' }, lead);
  if (known || !row) return;
  const rehearsal = new Rehearsal(dataSource, conduct, {
    lead,
    manager: await person(DEMO_DRILL.manager),
    expert: await person(DEMO_DRILL.expert),
    start: now.getTime() - DAYS_AGO * DAY_MS,
    topicId: row.id,
  });
  await rehearsal.play();
}

interface Cast {
  lead: DemoActor;
  /** Who answers posts, and who is asked. */
  manager: DemoActor;
  expert: DemoActor;
  start: number;
  topicId: string;
}

class Rehearsal {
  private drillId = '';
  private escalationId = '';

  constructor(
    private readonly dataSource: DataSource,
    private readonly conduct: ConductService,
    private readonly cast: Cast,
  ) {}

  async play(): Promise<void> {
    const { lead } = this.cast;
    const { scenario: key, title, language, speed } = DEMO_DRILL;
    const scenario = READY_SCENARIOS.find((one) => one.key === key)?.scenario;
    if (!scenario) throw new Error(`there is no scenario ${key}`);
    this.drillId = await this.conduct.prepare({ title, scenarioKey: key, language, speed }, lead);
    await this.conduct.move(this.drillId, { move: 'start' }, lead, this.at(0));
    const player = new DrillPlayer(this.dataSource, new TrainingNetwork(this.dataSource));
    const end = lengthOf(scenario) / 60;
    const acts = [...this.acts()];
    for (let minute = 0; minute < end; minute += (LOOK_MS / 60_000) * speed) {
      if ((await player.tick(this.at(minute))) > 0) await bringInDrill(this.dataSource, this.drillId);
      while (acts[0] && acts[0].minute <= minute) await acts.shift()?.act();
    }
    await this.conduct.move(this.drillId, { move: 'end' }, lead, this.at(end));
    await this.debrief();
    await this.clearUp(end + 1);
  }

  /** A moment by minutes of the scenario. */
  private at(minute: number): Date {
    return new Date(this.cast.start + (minute * 60_000) / DEMO_DRILL.speed);
  }

  /** What the team did, in its order. */
  private acts(): { minute: number; act: () => Promise<void> }[] {
    const { lead, manager, expert, topicId } = this.cast;
    const inOne = (work: (rows: EntityManager) => Promise<unknown>) => async () =>
      void (await inTransaction(this.dataSource, ({ manager: rows }) => work(rows)));
    const notes = DEMO_DRILL.notes.map(({ minute, text }) => ({
      minute,
      act: () => this.conduct.note(this.drillId, text, lead, this.at(minute)),
    }));
    const replies = DEMO_DRILL.replies.map(({ minute, inject, ...reply }) => ({
      minute,
      act: async () => {
        const [mentionId] = await this.mentions(this.dataSource.manager, inject);
        if (mentionId === undefined) throw new Error(`the drill has no post ${inject}`);
        await replyThen(this.dataSource, manager, { mentionId, ...reply }, this.at(minute));
      },
    }));
    return [
      { minute: 9, act: inOne((rows) => this.escalate(rows, 9)) },
      {
        minute: 13,
        act: inOne(async (rows) => {
          const [ask]: { id: string }[] = await rows.query(
            'select id from escalation_ask where escalation_id = $1 order by id limit 1',
            [this.escalationId],
          );
          const address = { escalationId: this.escalationId, askId: ask?.id ?? '' };
          await acknowledge(rows, expert, address, this.at(13));
        }),
      },
      {
        minute: 20,
        act: inOne((rows) => {
          const until = new Date(this.cast.start + DAY_MS).toISOString();
          const level = { realm: REALM, level: 2, until, reason: DEMO_DRILL.why } as const;
          return setLevel(rows, lead, topicId, level, this.at(20));
        }),
      },
      {
        minute: 24,
        act: inOne(async (rows) => this.leave(rows, manager, await this.mentions(rows, 'joke'), 24)),
      },
      ...notes,
      ...replies,
    ].sort((a, b) => a.minute - b.minute);
  }

  private async escalate(rows: EntityManager, minute: number): Promise<void> {
    const { manager, expert } = this.cast;
    const mentionIds = await this.mentions(rows, 'second');
    const [subjectId] = mentionIds;
    if (subjectId === undefined) throw new Error('the drill has no second post');
    const { question } = DEMO_DRILL;
    const asked = { action: 'escalate' as const, note: question, departmentIds: expert.departmentIds };
    await this.decided(rows, await decide(rows, manager, mentionIds, asked), minute);
    const { id } = await openEscalation(
      rows,
      {
        ...{
          subjectType: 'mention',
          subjectId,
          realm: REALM,
          level: 1,
          topicIds: [this.cast.topicId],
          question,
        },
        ...{ departmentIds: expert.departmentIds, mentionIds, openedBy: manager },
      },
      this.at(minute),
    );
    this.escalationId = id;
  }

  private async leave(rows: EntityManager, by: DemoActor, mentionIds: readonly string[], minute: number) {
    const note = DEMO_DRILL.over;
    const left = await decide(rows, by, mentionIds, { action: 'no_reply', reason: 'other', note });
    await this.decided(rows, left, minute);
  }

  /** Decisions are taken now, of what was decided then. */
  private decided(rows: EntityManager, { decided }: Awaited<ReturnType<typeof decide>>, minute: number) {
    return rows.query('update decision set at = $2 where id = any($1::bigint[])', [
      decided.map(({ decisionId }) => decisionId),
      this.at(minute),
    ]);
  }

  /** Mentions of one inject, or all that are open. */
  private async mentions(rows: EntityManager, key: string | null): Promise<string[]> {
    const found: { id: string }[] = await rows.query(
      `select m.id from drill_inject i
       join mention_identity known on known.network = 'training' and known.external_id = i.post_id::text
       join mention m on m.id = known.mention_id and m.published_at = known.published_at
       where i.drill_id = $1 and ($2::text is null or i.key = $2) and m.state in ('new', 'in_progress', 'escalated')
       order by m.id`,
      [this.drillId, key],
    );
    return found.map(({ id }) => id);
  }

  private async debrief(): Promise<void> {
    const debrief = new DebriefService(this.dataSource);
    for (const { criterion, ...given } of DEMO_DRILL.scores)
      await debrief.score(this.drillId, criterion, given, this.cast.lead);
    await debrief.lessons(this.drillId, DEMO_DRILL.lessons, this.cast.lead);
    await this.conduct.move(this.drillId, { move: 'debrief' }, this.cast.lead);
  }

  /** Nothing of it waits for anybody today, and levels are evaluated as if nobody had looked before. */
  private clearUp(minute: number): Promise<void> {
    const { lead, manager, expert, topicId } = this.cast;
    return inTransaction(this.dataSource, async ({ manager: rows }) => {
      const locked = await lockEscalation(rows, this.escalationId);
      const why = { by: expert, reason: 'mention_handled', note: DEMO_DRILL.over };
      await closeEscalation(rows, locked, why, this.at(minute));
      await this.leave(rows, manager, await this.mentions(rows, null), minute);
      await releaseLevel(rows, lead, topicId, REALM, this.at(minute));
      await rows.query(`delete from notice where kind = 'topic.level' or link = $1`, [
        `/escalations/${this.escalationId}`,
      ]);
      await rows.query('delete from topic_level where topic_id = $1 and realm = $2', [topicId, REALM]);
    });
  }
}
