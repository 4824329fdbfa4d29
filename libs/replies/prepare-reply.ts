import type { EntityManager } from 'typeorm';
import { type ApprovedVariant, readApprovedVariant, type VariantRefusal } from '#answers';
import type { ProblemParams } from '#platform/contract';
import { conflict, invalid, Problem } from '#platform/problem';
import { type MeasuredLength, measureLength, renderVariant } from '#rules/answers';
import type { MentionToAnswer } from './mention-to-answer.js';
import type { Occasion } from './occasion.js';
import type { ReplyPublisher, ReplyPublishers } from './publisher-port.js';

/** What a person picks: a variant and the values of its placeholders. There is no way to give a text. */
export interface ReplyChoice {
  answerVariantId: string;
  placeholders: Readonly<Record<string, string>>;
  /** Not before this moment (ISO 8601); left out or null: at once. */
  sendAt?: string | null;
  /** Which wording of the mention was seen; left out: the one that stands. */
  wording?: number | undefined;
}

export interface PreparedReply {
  approved: ApprovedVariant;
  text: string;
  length: MeasuredLength;
  publisher: ReplyPublisher;
}

/**
 * Everything that must hold of a reply at this moment, at its preview, when it is asked for and again when it leaves.
 * The text comes from the rows of the approved variant and from checked values, and from nowhere else (rule 1).
 */
export async function prepareReply(
  manager: EntityManager,
  occasion: Occasion,
  choice: ReplyChoice,
  publishers: ReplyPublishers,
): Promise<PreparedReply> {
  const publisher = publishers(occasion.network, occasion.sourceId);
  if (!publisher) {
    throw conflict('network-cannot-reply', `Replies cannot be published on ${occasion.network} from here.`, {
      network: occasion.network,
    });
  }
  if (occasion.kind === 'incident' && !publisher.posts) {
    throw conflict('network-cannot-post', `${occasion.network} takes no posts of their own from here.`, {
      network: occasion.network,
    });
  }
  const approved = await readApprovedVariant(manager, choice.answerVariantId);
  if ('refused' in approved) throw variantProblem(approved);
  const { variant } = approved;
  if (occasion.kind === 'incident' && approved.kind !== 'holding_statement') {
    throw atVariant(409, 'not-a-holding-statement', 'is no text of a holding statement');
  }
  if (variant.network !== null && variant.network !== occasion.network) {
    throw atVariant(
      422,
      'variant-wrong-network',
      `is made for ${variant.network}, not for ${occasion.network}`,
      {
        variantNetwork: variant.network,
        network: occasion.network,
      },
    );
  }
  // In an incident, what is made for its level may be used under the smallest post about it.
  if (occasion.matterLevel < approved.levelMin || occasion.level > approved.levelMax) {
    throw atVariant(
      409,
      'level-not-allowed',
      `may be used at levels ${approved.levelMin} to ${approved.levelMax}; this ${occasion.kind} is at ${occasion.level}`,
      { level: occasion.level, levelMin: approved.levelMin, levelMax: approved.levelMax },
    );
  }
  const rendered = renderVariant(variant.body, approved.placeholders, choice.placeholders, variant.language);
  if ('errors' in rendered) throw invalid(rendered.errors);
  return {
    approved,
    text: rendered.text,
    length: measureLength(occasion.network, rendered.text),
    publisher,
  };
}

/** Refuses to answer words that nobody has seen: the author changed them since. */
export function refuseUnseen(mention: Pick<MentionToAnswer, 'wording'>, seen: number | undefined): void {
  if (seen === undefined || seen === mention.wording) return;
  throw mentionEdited(mention.wording);
}

export function mentionEdited(wording: number): Problem {
  return conflict('mention-edited', 'The author changed this post since it was looked at: read it again.', {
    wording,
  });
}

/** Refuses a text that the network would cut or refuse. */
export function refuseTooLong({ length: { fits, length, limit } }: PreparedReply): void {
  if (fits) return;
  throw atVariant(422, 'text-too-long', `becomes ${length} long; at most ${limit} are allowed`, {
    length,
    limit,
  });
}

function variantProblem(refusal: VariantRefusal): Problem {
  switch (refusal.refused) {
    case 'variant-not-found':
      return atVariant(422, refusal.refused, 'there is no such variant');
    case 'variant-not-approved':
      return atVariant(409, refusal.refused, `belongs to a version that is ${refusal.state}, not approved`, {
        state: refusal.state,
      });
    case 'variant-expired':
      return atVariant(409, refusal.refused, 'belongs to a version outside its validity', {
        validFrom: refusal.validFrom,
        validUntil: refusal.validUntil,
      });
    case 'variant-altered':
      return atVariant(409, refusal.refused, 'is not word for word what was approved');
  }
}

function atVariant(status: number, code: string, detail: string, params: ProblemParams = {}): Problem {
  const field = 'answerVariantId';
  return new Problem(status, code, `${field} ${detail}`, params, [{ field, code, detail, params }]);
}
