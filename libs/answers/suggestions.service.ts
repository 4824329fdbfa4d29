import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { suggestAnswers } from '#contract/answers';
import { type Locale, LOCALES, type ResponseOf } from '#platform/contract';
import { notFound } from '#platform/problem';
import { AnswerIndex } from './answer-index.js';
import { mergeMatches } from './both-languages.js';
import { searchValues } from './library-query.js';
import type { Candidate, Match } from './matching/index.js';
import { chooseSuggestions, type Said } from './suggestion-choice.js';
import {
  CURRENT_ANSWERS,
  type CurrentAnswer,
  isLocale,
  MENTION_TO_ANSWER,
  type MentionToAnswer,
  SEARCH_HITS,
  SUGGESTED_VERSIONS,
  type SuggestedVersion,
} from './suggestion-query.js';
import { suggestionView } from './suggestion-view.js';

export type Suggestions = ResponseOf<typeof suggestAnswers>;

/** On top of its text, a mention of the answer's topic: a fifth of the margin that training asks for. */
const TOPIC_FAVOUR = 0.2;

/** Finds approved, current answers for a mention, by its own words or by words typed. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly index: AnswerIndex,
  ) {}

  async suggest(
    mentionId: string,
    options: {
      search?: string | undefined;
      language?: Locale | undefined;
      limit: number;
      personId?: string | undefined;
    },
  ): Promise<Suggestions> {
    const [mention]: MentionToAnswer[] = await this.dataSource.query(MENTION_TO_ANSWER, [mentionId]);
    if (!mention) throw notFound('mention-not-found', `There is no mention ${mentionId}.`);
    const answers = await this.currentAnswers(mention);
    const match = await this.match(mention, answers);
    const search = options.search?.trim();
    const { candidates, noneFits } = search
      ? { candidates: await this.bySearch(mention, search, match), noneFits: false }
      : chooseSuggestions(match, said(mention, answers));
    return {
      items: await this.views(mention, answers, candidates.slice(0, options.limit), options.language),
      noneFits,
      fits: rounded(match.fits),
      noneFitsSaidBy: mention.corrections.filter(({ verdict }) => verdict === 'none_fits').length,
      correctedByMe: mention.corrections.some(
        ({ verdict, personId }) => verdict !== 'better' && personId === options.personId,
      ),
    };
  }

  private async currentAnswers(mention: MentionToAnswer): Promise<Map<string, CurrentAnswer>> {
    const rows: CurrentAnswer[] = await this.dataSource.query(CURRENT_ANSWERS, [mention.level]);
    return new Map(rows.map((row) => [row.answerId, row]));
  }

  /** In the mention's language; in both where it is none that answers are written in. */
  private async match(mention: MentionToAnswer, answers: Map<string, CurrentAnswer>): Promise<Match> {
    const matchers = await this.index.matchers();
    const topics = new Set(mention.topicIds);
    const spoken = LOCALES.filter((locale) => locale === mention.language || !isLocale(mention.language));
    return mergeMatches(
      spoken.map((language) =>
        matchers[language].match(mention.text, {
          only: (answerId) => answers.has(answerId),
          favour: (answerId) => (topics.has(answers.get(answerId)?.topicId ?? '') ? TOPIC_FAVOUR : 0),
        }),
      ),
    );
  }

  private async bySearch(mention: MentionToAnswer, search: string, match: Match): Promise<Candidate[]> {
    const values = searchValues(search);
    if (!values) return [];
    const hits: { answerId: string; rank: number }[] = await this.dataSource.query(SEARCH_HITS, [
      mention.level,
      values.whole,
      values.last,
    ]);
    const matched = new Map(match.candidates.map((candidate) => [candidate.answerId, candidate]));
    return hits.map(({ answerId, rank }) => ({
      answerId,
      score: rank,
      confidence: matched.get(answerId)?.confidence ?? 0,
      words: matched.get(answerId)?.words ?? [],
    }));
  }

  private async views(
    mention: MentionToAnswer,
    answers: Map<string, CurrentAnswer>,
    candidates: readonly Candidate[],
    language: Locale | undefined,
  ): Promise<Suggestions['items']> {
    const ids = candidates.flatMap(({ answerId }) => answers.get(answerId)?.versionId ?? []);
    const versions: SuggestedVersion[] = await this.dataSource.query(SUGGESTED_VERSIONS, [
      ids,
      mention.realm,
    ]);
    const byAnswer = new Map(versions.map((version) => [version.answerId, version]));
    return candidates.flatMap((candidate) => {
      const version = byAnswer.get(candidate.answerId);
      return version ? suggestionView(mention, version, candidate, language) : [];
    });
  }
}

function said(mention: MentionToAnswer, answers: ReadonlyMap<string, CurrentAnswer>): Said {
  const newest = Math.max(0, ...[...answers.values()].map(({ approvedAt }) => approvedAt.getTime()));
  return {
    refused: new Set(
      mention.corrections.flatMap(({ verdict, answerId }) =>
        verdict === 'does_not_fit' && answerId !== null ? [answerId] : [],
      ),
    ),
    noneFits: mention.corrections.some(
      ({ verdict, at }) => verdict === 'none_fits' && Date.parse(at) > newest,
    ),
  };
}

function rounded(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}
