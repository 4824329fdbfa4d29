import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LibraryService } from '#answers';
import type { AnswerDetail, AnswerVersion } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import { readSummaries } from '#mentions';
import { type FieldError, type InputOf, type Locale, LOCALES, type ResponseOf } from '#platform/contract';
import { conflict, invalid, Problem } from '#platform/problem';
import { choiceKeys, OutboxService } from '#replies';
import { pickVariant, placeholdersIn } from '#rules/answers';
import type { answerAll, previewAnswers, ReadyAnswer } from './contract.js';
import { firstNameOf } from './first-name.js';
import type { RequestPerson } from './move-request.js';
import { readRequest } from './request-record.js';

type Items = InputOf<typeof answerAll>['body']['items'];

/** Answering the mentions of a request with the answer that was asked for: each a publication of its own. */
@Injectable()
export class AnswerAllService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: LibraryService,
    private readonly outbox: OutboxService,
  ) {}

  /** For each mention that waits: the variant that fits it and what would be published; changes nothing. */
  async preview(requestId: string): Promise<ResponseOf<typeof previewAnswers>> {
    const { answer, version } = await this.readyAnswer(requestId);
    const mentions = (await this.gathered(requestId)).filter(isWaiting);
    const items: ResponseOf<typeof previewAnswers>['items'] = [];
    for (const mention of mentions) items.push(await this.previewOne(mention, version));
    return {
      answer: {
        answerId: answer.id,
        versionNumber: version.number,
        question: version.question.fr || version.question.en,
        placeholders: version.placeholders,
      },
      items,
    };
  }

  /**
   * Asks the outbox for one reply after the other, in a transaction each: what is refused for one mention holds back no
   * other. The key of each reply follows from request, mention and choice, so that asking again, also after a crash in
   * the middle, gives the replies that are there; only where one failed or was called back is a new one asked for.
   */
  async send(
    requestId: string,
    items: Items,
    replier: RequestPerson,
  ): Promise<ResponseOf<typeof answerAll>['results']> {
    const { version } = await this.readyAnswer(requestId);
    const gathered = new Set((await this.gathered(requestId)).map(({ id }) => id));
    const variants = new Set(version.variants.map(({ id }) => id));
    refuseForeign(items, gathered, variants);
    const mentionIds = items.map(({ mentionId }) => mentionId);
    const keyOf = await choiceKeys(this.dataSource.manager, `request-${requestId}`, mentionIds);
    const results: ResponseOf<typeof answerAll>['results'] = [];
    for (const { mentionId, answerVariantId, placeholders, wording } of items) {
      const choice = { answerVariantId, placeholders, wording };
      try {
        const reply = await this.outbox.send(mentionId, choice, replier, keyOf(mentionId, choice));
        const { id: replyId, state, text } = reply;
        results.push({ mentionId, outcome: 'queued', replyId, state, text });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { code, detail, params } = error;
        results.push({ mentionId, outcome: 'refused', code, detail, params });
      }
    }
    return results;
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

  private async previewOne(
    mention: MentionSummary,
    version: AnswerVersion,
  ): Promise<ResponseOf<typeof previewAnswers>['items'][number]> {
    const variant = variantFor(version, mention);
    const none = { text: null, fits: false, length: null, limit: null };
    if (!variant) {
      const problem = { code: 'variant-missing', detail: `no text is made for ${mention.network}` };
      const nothing = { answerVariantId: null, placeholders: {}, blanks: [], body: null, language: null };
      return { mentionId: mention.id, ...nothing, ...none, problem };
    }
    const blanks = placeholdersIn(variant.body);
    const placeholders = proposedValues(version, blanks, mention);
    const { id: answerVariantId, body, language } = variant;
    const item = { mentionId: mention.id, answerVariantId, placeholders, blanks, body, language };
    try {
      const preview = await this.outbox.preview(mention.id, { answerVariantId: variant.id, placeholders });
      return { ...item, ...preview, problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...item, ...none, problem: { code: error.code, detail: error.detail } };
    }
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

/** Values for the blanks that follow from the mention: the first name of its author, and nothing else. */
export function proposedValues(
  version: Pick<AnswerVersion, 'placeholders'>,
  blanks: readonly string[],
  mention: Pick<MentionSummary, 'author'>,
): Record<string, string> {
  const name = firstNameOf(mention.author.name);
  if (name === null) return {};
  return Object.fromEntries(
    version.placeholders
      .filter(({ name: blank, type }) => type === 'first_name' && blanks.includes(blank))
      .map(({ name: blank }) => [blank, name]),
  );
}

function variantFor(version: AnswerVersion, mention: MentionSummary) {
  const language = LOCALES.find((locale): locale is Locale => locale === mention.language) ?? null;
  return pickVariant(version.variants, version.placeholders, { network: mention.network, language });
}

function isWaiting({ state }: MentionSummary): boolean {
  return state !== 'answered' && state !== 'no_reply';
}

function refuseForeign(items: Items, gathered: ReadonlySet<string>, variants: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const errors = items.flatMap(({ mentionId, answerVariantId }, index): FieldError[] => {
    const again = seen.has(mentionId);
    seen.add(mentionId);
    if (again)
      return [{ field: `items.${index}.mentionId`, code: 'duplicate-mention', detail: 'is named twice' }];
    if (!gathered.has(mentionId))
      return [
        {
          field: `items.${index}.mentionId`,
          code: 'mention-not-gathered',
          detail: 'names a mention that is not under this request',
        },
      ];
    if (!variants.has(answerVariantId))
      return [
        {
          field: `items.${index}.answerVariantId`,
          code: 'variant-not-of-request',
          detail: 'names a text that does not belong to the approved answer of this request',
        },
      ];
    return [];
  });
  if (errors.length > 0) throw invalid(errors);
}
