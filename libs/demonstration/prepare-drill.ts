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
import { DEMO_DRILLS, type PastDrill } from './library/demo-drill.js';
import { topicName } from './prepare-topics.js';
import { AT_ONCE, replyThen } from './reply-then.js';
import { DEMO_TOPICS } from './topics.js';

const DAY_MS = 86_400_000;
const REALM = 'training';
/** The clock of a drill stands still when nobody looks for five seconds. */
const LOOK_MS = 4000;

/**
 * Drills of some days ago, from their first inject to their debriefing, by the very steps that people take. One that was
 * cut short is ended, and left at that. Where people have drilled already, nothing is put before that.
 */
export async function prepareDrills(dataSource: DataSource, now: Date): Promise<void> {
  const known: { id: string; title: string; state: string }[] = await dataSource.query(
    'select id, title, state from drill',
  );
  const conduct = new ConductService(dataSource, new TrainingNetwork(dataSource), AT_ONCE);
  for (const past of DEMO_DRILLS) {
    const cutShort = known.find(({ title, state }) => title === past.title && state === 'running');
    const lead = await demoPerson(dataSource, ({ email }) => email === past.lead);
    if (cutShort) await conduct.move(cutShort.id, { move: 'end' }, lead);
  }
  // The first one before which nothing stands but those that come before it.
  const begun = DEMO_DRILLS.findIndex((_, place) =>
    known.every(({ title }) => DEMO_DRILLS.slice(0, place).some((before) => before.title === title)),
  );
  if (begun === -1) return;
  for (const past of DEMO_DRILLS.slice(begun)) await prepareDrill(dataSource, conduct, past, now);
}

async function prepareDrill(
  dataSource: DataSource,
  conduct: ConductService,
  past: PastDrill,
  now: Date,
): Promise<void> {
  const topic = DEMO_TOPICS.find(({ key }) => key === past.topic);
  const row = topic && (await dataSource.getRepository(TopicRow).findOneBy({ name: topicName(topic) }));
  if (!row) return;
  const person = (email: string) => demoPerson(dataSource, (one) => one.email === email);
  const rehearsal = new Rehearsal(dataSource, conduct, past, {
    lead: await person(past.lead),
    manager: await person(past.manager),
    expert: await person(past.expert),
    start: now.getTime() - past.daysAgo * DAY_MS,
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
    private readonly past: PastDrill,
    private readonly cast: Cast,
  ) {}

  async play(): Promise<void> {
    const { lead } = this.cast;
    const { scenario: key, title, language, speed } = this.past;
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
    return new Date(this.cast.start + (minute * 60_000) / this.past.speed);
  }

  /** What the team did, in its order. */
  private acts(): { minute: number; act: () => Promise<void> }[] {
    const { lead, manager, expert, topicId } = this.cast;
    const { escalated, raised } = this.past;
    const inOne = (work: (rows: EntityManager) => Promise<unknown>) => async () =>
      void (await inTransaction(this.dataSource, ({ manager: rows }) => work(rows)));
    const notes = this.past.notes.map(({ minute, text }) => ({
      minute,
      act: () => this.conduct.note(this.drillId, text, lead, this.at(minute)),
    }));
    const replies = this.past.replies.map(({ minute, inject, ...reply }) => ({
      minute,
      act: async () => {
        const [mentionId] = await this.mentions(this.dataSource.manager, inject);
        if (mentionId === undefined) throw new Error(`the drill has no post ${inject}`);
        await replyThen(this.dataSource, manager, { mentionId, ...reply }, this.at(minute));
      },
    }));
    return [
      { minute: escalated.minute, act: inOne((rows) => this.escalate(rows)) },
      {
        minute: escalated.acknowledged,
        act: inOne(async (rows) => {
          const [ask]: { id: string }[] = await rows.query(
            'select id from escalation_ask where escalation_id = $1 order by id limit 1',
            [this.escalationId],
          );
          const address = { escalationId: this.escalationId, askId: ask?.id ?? '' };
          await acknowledge(rows, expert, address, this.at(escalated.acknowledged));
        }),
      },
      {
        minute: raised.minute,
        act: inOne((rows) => {
          const until = new Date(this.cast.start + DAY_MS).toISOString();
          const level = { realm: REALM, level: raised.level, until, reason: raised.why } as const;
          return setLevel(rows, lead, topicId, level, this.at(raised.minute));
        }),
      },
      ...this.past.left.map(({ minute, inject }) => ({
        minute,
        act: inOne(async (rows) => this.leave(rows, manager, await this.mentions(rows, inject), minute)),
      })),
      ...notes,
      ...replies,
    ].sort((a, b) => a.minute - b.minute);
  }

  private async escalate(rows: EntityManager): Promise<void> {
    const { manager, expert } = this.cast;
    const { minute, inject, question } = this.past.escalated;
    const mentionIds = await this.mentions(rows, inject);
    const [subjectId] = mentionIds;
    if (subjectId === undefined) throw new Error(`the drill has no post ${inject}`);
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
    const note = this.past.over;
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
    for (const { criterion, ...given } of this.past.scores)
      await debrief.score(this.drillId, criterion, given, this.cast.lead);
    await debrief.lessons(this.drillId, this.past.lessons, this.cast.lead);
    await this.conduct.move(this.drillId, { move: 'debrief' }, this.cast.lead);
  }

  /** Nothing of it waits for anybody today, and levels are evaluated as if nobody had looked before. */
  private clearUp(minute: number): Promise<void> {
    const { lead, manager, expert, topicId } = this.cast;
    return inTransaction(this.dataSource, async ({ manager: rows }) => {
      const locked = await lockEscalation(rows, this.escalationId);
      const why = { by: expert, reason: 'mention_handled', note: this.past.over };
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
