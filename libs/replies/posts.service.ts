import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { FieldError, Realm } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { Problem } from '#platform/problem';
import type { OutboxPerson } from './move-reply.js';
import { readPostOccasion } from './occasion.js';
import { prepareReply, refuseTooLong, type ReplyChoice } from './prepare-reply.js';
import { REPLY_PUBLISHERS, type ReplyPublishers } from './publisher-port.js';
import { insertReply } from './queue-reply.js';
import { OPEN_STATES } from './holds.js';
import { readReplies, readReply, replyChanged, type ReplyRecord } from './reply-record.js';
import { tellSecondPersons } from './tell-people.js';
import type { PostObstacle } from './rules.js';

/** One of the organisation's accounts, and why no post of its own can leave from it. */
export interface PostAccount {
  sourceId: string;
  network: string;
  /** As its network knows it, or the name of the source. */
  account: string;
  obstacle: PostObstacle | null;
}

export interface PostChoice extends ReplyChoice {
  /** The account that speaks. */
  sourceId: string;
}

/**
 * Posts of their own: a holding statement on the organisation's accounts, that answers no mention. Once they are proposed
 * they go the way of every reply; they differ in that they always take two keys.
 */
@Injectable()
export class PostsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REPLY_PUBLISHERS) private readonly publishers: ReplyPublishers,
  ) {}

  /** The accounts of a realm, each once however many sources read with it; those that can post come first. */
  async accounts(realm: Realm, manager: EntityManager = this.dataSource.manager): Promise<PostAccount[]> {
    const rows: (Omit<PostAccount, 'obstacle'> & { state: string; settings: Record<string, unknown> })[] =
      await manager.query(
        `select distinct on (network, coalesce(account, id::text)) id as "sourceId", network,
           coalesce(account, name) as account, state, settings
         from source where realm = $1 and removed_at is null
         order by network, coalesce(account, id::text), state = 'needs_attention', id`,
        [realm],
      );
    return rows
      .map(({ state, settings, ...row }) => ({ ...row, obstacle: this.obstacle(row, state, settings) }))
      .sort((one, other) => Number(one.obstacle !== null) - Number(other.obstacle !== null));
  }

  private obstacle(
    { network, sourceId }: Omit<PostAccount, 'obstacle'>,
    state: string,
    settings: Record<string, unknown>,
  ): PostObstacle | null {
    const publisher = this.publishers(network, sourceId);
    if (!publisher) return 'only-read';
    if (!publisher.posts) return 'only-answers';
    if (publisher.speaks?.(settings) === false) return 'no-address';
    return state === 'needs_attention' ? 'needs-attention' : null;
  }

  /** What would be published there now, and whether it fits; changes nothing. */
  async preview(
    incidentId: string,
    { sourceId, ...choice }: PostChoice,
  ): Promise<{ text: string; length: number; limit: number; fits: boolean }> {
    const { manager } = this.dataSource;
    const occasion = await readPostOccasion(manager, incidentId, sourceId);
    const { text, length } = await prepareReply(manager, occasion, choice, this.publishers);
    return { text, length: length.length, limit: length.limit, fits: length.fits };
  }

  /**
   * Proposes a post on each of these accounts, in the caller's transaction and under the lock of the incident; all of them
   * or none. Each waits for a second person. Throws problems that name the account: what every reply can be refused for,
   * `post-under-way` and `posted-already`.
   */
  async propose(
    manager: EntityManager,
    incidentId: string,
    choices: readonly PostChoice[],
    person: OutboxPerson,
  ): Promise<ReplyRecord[]> {
    const refused: { problem: Problem; index: number }[] = [];
    const posts: ReplyRecord[] = [];
    for (const [index, choice] of choices.entries()) {
      try {
        posts.push(await this.proposeOne(manager, incidentId, choice, person));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ problem: error, index });
      }
    }
    if (refused.length > 0) throw allOf(refused);
    const [post] = posts;
    if (post) {
      const { level } = await readPostOccasion(manager, incidentId, post.sourceId);
      await tellSecondPersons(manager, post, level);
    }
    return posts;
  }

  private async proposeOne(
    manager: EntityManager,
    incidentId: string,
    { sourceId, ...choice }: PostChoice,
    person: OutboxPerson,
  ): Promise<ReplyRecord> {
    const occasion = await readPostOccasion(manager, incidentId, sourceId);
    const prepared = await prepareReply(manager, occasion, choice, this.publishers);
    refuseTooLong(prepared);
    const { approved, text } = prepared;
    await refuseSecondPost(manager, incidentId, sourceId, choice.answerVariantId);
    const id = await insertReply(manager, occasion, choice, prepared, {
      replier: person,
      idempotencyKey: null,
      dueAt: new Date(),
      scheduledFor: null,
      second: 'post',
      corrects: null,
      invited: null,
    });
    const post = await readReply(manager, id);
    await publishEvents(manager, [replyChanged(post)]);
    await recordDecision(manager, {
      actor: person,
      action: 'reply.post_proposed',
      subjectType: 'reply',
      subjectId: id,
      after: {
        incidentId,
        sourceId,
        account: post.account,
        network: post.network,
        text,
        answerId: approved.answerId,
        version: approved.versionNumber,
        variantId: approved.variant.id,
        contentHash: approved.contentHash,
        placeholders: choice.placeholders,
      },
    });
    return post;
  }
}

/** The same words stand once on one account: not while they are under way, and not while they are published there. */
async function refuseSecondPost(
  manager: EntityManager,
  incidentId: string,
  sourceId: string,
  answerVariantId: string,
): Promise<void> {
  const [open] = await readReplies(
    manager,
    `r.incident_id = $1 and r.source_id = $2 and r.answer_variant_id = $3 and r.state in ${OPEN_STATES}
       and removal.removed_at is null`,
    [incidentId, sourceId, answerVariantId],
    1,
  );
  if (!open) return;
  const code = open.state === 'sent' ? 'posted-already' : 'post-under-way';
  const detail =
    open.state === 'sent'
      ? `is published on ${open.account} already`
      : `waits on ${open.account} already, proposed by ${open.personName}`;
  throw new Problem(409, code, detail, { account: open.account, by: open.personName });
}

/** One problem that says of each account why not, at its place in the request; a blank of all of them is named once. */
function allOf(refused: readonly { problem: Problem; index: number }[]): Problem {
  const errors = new Map<string, FieldError>();
  for (const { problem, index } of refused) {
    const { code, detail, params } = problem;
    const whole = [{ field: 'sourceId', code, detail, params }];
    for (const error of problem.errors.length > 0 ? problem.errors : whole) {
      const field = error.field.startsWith('placeholders') ? error.field : `items.${index}.${error.field}`;
      errors.set(`${field} ${error.code}`, { ...error, field });
    }
  }
  const [first] = refused.map(({ problem }) => problem);
  const { status = 409, code = 'invalid-input', detail = '', params = {} } = first ?? {};
  return new Problem(status, code, detail, params, [...errors.values()]);
}
