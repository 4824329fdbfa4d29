import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AnswerVersion } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import { type FieldError, type Locale, LOCALES } from '#platform/contract';
import { invalid, Problem } from '#platform/problem';
import { choiceKeys, OutboxService } from '#replies';
import { pickVariant, placeholdersIn } from '#rules/answers';
import type { ChosenReplies, PreviewedReplies, SentReplies } from './contract-answering.js';
import { firstNameOf } from './first-name.js';
import type { RequestPerson } from './move-request.js';

type Chosen = ChosenReplies['items'][number];
type Foreign = (item: Chosen) => FieldError | null;

/** One approved answer under several mentions: each reply is a publication of its own, checked by itself. */
@Injectable()
export class SendTogether {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxService,
  ) {}

  /** For each mention: the variant that fits it and what would be published; changes nothing. */
  async preview(
    answerId: string,
    version: AnswerVersion,
    mentions: readonly MentionSummary[],
  ): Promise<PreviewedReplies> {
    const items: PreviewedReplies['items'] = [];
    for (const mention of mentions) items.push(await this.previewOne(mention, version));
    return {
      answer: {
        answerId,
        versionNumber: version.number,
        question: version.question.fr || version.question.en,
        placeholders: version.placeholders,
      },
      items,
    };
  }

  /**
   * Asks the outbox for one reply after the other, in a transaction each: what is refused for one mention holds back no
   * other. The key of each reply follows from origin, mention and choice, so that asking again, also after a crash in
   * the middle, gives the replies that are there; only where one failed or was called back is a new one asked for.
   * @param origin what they are sent for: `request-7`
   * @param foreign what may not be sent for it, by the name of its field within the item; nothing is sent then
   */
  async send(
    origin: string,
    items: readonly Chosen[],
    foreign: Foreign,
    replier: RequestPerson,
  ): Promise<SentReplies['results']> {
    refuseForeign(items, foreign);
    const mentionIds = items.map(({ mentionId }) => mentionId);
    const keyOf = await choiceKeys(this.dataSource.manager, origin, mentionIds);
    const results: SentReplies['results'] = [];
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

  private async previewOne(
    mention: MentionSummary,
    version: AnswerVersion,
  ): Promise<PreviewedReplies['items'][number]> {
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

/** The variant for the network of the mention, in its language where there is one. */
export function variantFor(version: AnswerVersion, mention: MentionSummary) {
  const language = LOCALES.find((locale): locale is Locale => locale === mention.language) ?? null;
  return pickVariant(version.variants, version.placeholders, { network: mention.network, language });
}

function refuseForeign(items: readonly Chosen[], foreign: Foreign): void {
  const seen = new Set<string>();
  const errors = items.flatMap((item, index): FieldError[] => {
    const again = seen.has(item.mentionId);
    seen.add(item.mentionId);
    const error = again
      ? { field: 'mentionId', code: 'duplicate-mention', detail: 'is named twice' }
      : foreign(item);
    return error ? [{ ...error, field: `items.${index}.${error.field}` }] : [];
  });
  if (errors.length > 0) throw invalid(errors);
}
