import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LibraryService } from '#answers';
import type { AnswerDetail, AnswerVersion } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import { readSummaries } from '#mentions';
import { conflict } from '#platform/problem';
import type { ReadyAnswer } from './contract.js';
import type { ChosenReplies, PreviewedReplies, SentReplies } from './contract-answering.js';
import type { RequestPerson } from './move-request.js';
import { readRequest } from './request-record.js';
import { SendTogether, variantFor } from './send-together.js';

/** Answering the mentions of a request with the answer that was asked for: each a publication of its own. */
@Injectable()
export class AnswerAllService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: LibraryService,
    private readonly together: SendTogether,
  ) {}

  /** For each mention that waits: the variant that fits it and what would be published; changes nothing. */
  async preview(requestId: string): Promise<PreviewedReplies> {
    const { answer, version } = await this.readyAnswer(requestId);
    return this.together.preview(answer.id, version, (await this.gathered(requestId)).filter(isWaiting));
  }

  async send(
    requestId: string,
    items: ChosenReplies['items'],
    replier: RequestPerson,
  ): Promise<SentReplies['results']> {
    const { version } = await this.readyAnswer(requestId);
    const gathered = new Set((await this.gathered(requestId)).map(({ id }) => id));
    const variants = new Set(version.variants.map(({ id }) => id));
    const foreign = ({ mentionId, answerVariantId }: ChosenReplies['items'][number]) => {
      if (!gathered.has(mentionId))
        return {
          field: 'mentionId',
          code: 'mention-not-gathered',
          detail: 'names a mention that is not under this request',
        };
      if (!variants.has(answerVariantId))
        return {
          field: 'answerVariantId',
          code: 'variant-not-of-request',
          detail: 'names a text that does not belong to the approved answer of this request',
        };
      return null;
    };
    return this.together.send(`request-${requestId}`, items, foreign, replier);
  }

  /** The answer of the request as it stands for one mention; null while it is not ready or no variant fits. */
  async readyFor(answerId: string, mention: MentionSummary): Promise<ReadyAnswer | null> {
    const version = (await this.library.read(answerId)).versions.find(({ current }) => current);
    const variant = version && variantFor(version, mention);
    if (!version || !variant) return null;
    return {
      answerId,
      versionNumber: version.number,
      variantId: variant.id,
      question: version.question[variant.language] || version.question.fr || version.question.en,
      language: variant.language,
      network: variant.network,
      body: variant.body,
      placeholders: version.placeholders,
      doNotSay: version.doNotSay,
      proofPoints: version.proofPoints,
    };
  }

  private async readyAnswer(requestId: string): Promise<{ answer: AnswerDetail; version: AnswerVersion }> {
    const request = await readRequest(this.dataSource.manager, requestId);
    const answer =
      (request.state === 'ready' || request.state === 'fulfilled') && request.answerId !== null
        ? await this.library.read(request.answerId)
        : null;
    const version = answer?.versions.find(({ current }) => current);
    if (!answer || !version) {
      throw conflict(
        'request-not-ready',
        `There is no approved answer yet: this request is ${request.state}.`,
        {
          state: request.state,
        },
      );
    }
    return { answer, version };
  }

  private async gathered(requestId: string): Promise<MentionSummary[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select mention_id as id from answer_request_mention where request_id = $1 and standing = 'attached'
       order by added_at, mention_id`,
      [requestId],
    );
    return readSummaries(
      this.dataSource.manager,
      rows.map(({ id }) => id),
    );
  }
}

function isWaiting({ state }: MentionSummary): boolean {
  return state !== 'answered' && state !== 'no_reply';
}
