import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  decideMention,
  decideMentions,
  MentionDetail,
  MentionSummary,
  undoDecisions,
} from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { conflict, notFound } from '#platform/problem';
import { correct, type CorrectionBody } from './correct-assessment.js';
import { type DecidedMention, decide, type DecisionBody, type RefusedMention } from './decide.js';
import { lastHand } from './decision-check.js';
import { readDetail } from './mention-detail.js';
import { readSummaries } from './mention-summary.js';
import { UNDO_MS } from './triage.js';
import { undo } from './undo-decisions.js';

type Outcome = ResponseOf<typeof decideMention>;

/** Decisions on mentions, and taking them back. */
@Injectable()
export class TriageService {
  constructor(private readonly dataSource: DataSource) {}

  decideOne(actor: Actor, mentionId: string, body: InputOf<typeof decideMention>['body']): Promise<Outcome> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { decided, refused } = await decide(manager, actor, [mentionId], body);
      if (refused[0]) throw await refusal(manager, refused[0]);
      const [outcome] = await outcomes(manager, decided);
      if (!outcome) throw notFound('mention-not-found', 'There is no such mention.');
      return outcome;
    });
  }

  decideMany(
    actor: Actor,
    mentionIds: readonly string[],
    body: DecisionBody,
  ): Promise<ResponseOf<typeof decideMentions>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { decided, refused } = await decide(manager, actor, mentionIds, body);
      return { decided: await outcomes(manager, decided), refused };
    });
  }

  undo(actor: Actor, decisionIds: readonly string[]): Promise<ResponseOf<typeof undoDecisions>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const { mentionIds, refused } = await undo(manager, actor, decisionIds, new Date());
      return { mentions: await readSummaries(manager, mentionIds), refused };
    });
  }

  correct(actor: Actor, mentionId: string, body: CorrectionBody): Promise<MentionDetail> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await correct(manager, actor, mentionId, body);
      return readDetail(manager, mentionId);
    });
  }
}

async function outcomes(manager: EntityManager, decided: readonly DecidedMention[]): Promise<Outcome[]> {
  const summaries = await readSummaries(
    manager,
    decided.map(({ mentionId }) => mentionId),
  );
  const byId = new Map<string, MentionSummary>(summaries.map((summary) => [summary.id, summary]));
  return decided.flatMap(({ mentionId, decisionId, at }) => {
    const mention = byId.get(mentionId);
    return mention
      ? [{ mention, decisionId, undoUntil: new Date(at.getTime() + UNDO_MS).toISOString() }]
      : [];
  });
}

/** The refusal as problem details: with who was there before, where someone was. */
async function refusal(manager: EntityManager, refused: RefusedMention) {
  if (refused.code === 'mention-not-found') return notFound(refused.code, refused.detail);
  const [mention] = await readSummaries(manager, [refused.mentionId]);
  return conflict(refused.code, refused.detail, {
    by: await lastHand(manager, refused.mentionId),
    state: mention?.state ?? null,
    version: mention?.version ?? null,
  });
}
