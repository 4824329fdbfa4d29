import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Locale, LOCALES } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { Suggestion } from './contract.js';
import { searchValues } from './library-query.js';
import { pickVariant } from './pick-variant.js';
import { rarity, score, withoutTail, wordsOf } from './suggest-query.js';
import {
  COUNT_CURRENT,
  INFORMATIVE_WORDS,
  type InformativeWord,
  MENTION_TO_ANSWER,
  type MentionToAnswer,
  SEARCH_HITS,
  SUGGESTED_VERSIONS,
  type SuggestedVersion,
  WORD_HITS,
  type WordHit,
} from './suggestion-query.js';

/** Why an answer was found: the weight of the words, and the words as they stand in the mention. */
interface Found {
  rank: number;
  words: string[];
}

/** Finds approved, current answers for a mention, by its own words or by words typed. */
@Injectable()
export class SuggestionsService {
  constructor(private readonly dataSource: DataSource) {}

  async suggest(
    mentionId: string,
    options: { search?: string | undefined; language?: Locale | undefined; limit: number },
  ): Promise<Suggestion[]> {
    const [mention]: MentionToAnswer[] = await this.dataSource.query(MENTION_TO_ANSWER, [mentionId]);
    if (!mention) throw notFound('mention-not-found', `There is no mention ${mentionId}.`);
    const search = options.search?.trim();
    const found = search ? await this.bySearch(mention, search) : await this.byMention(mention);
    const versions: SuggestedVersion[] = await this.dataSource.query(SUGGESTED_VERSIONS, [[...found.keys()]]);
    const all = versions
      .flatMap((version) => this.suggestion(mention, version, found, options.language, Boolean(search)))
      .sort((a, b) => b.score - a.score || Number(a.answerId) - Number(b.answerId));
    return (search ? all : withoutTail(all)).slice(0, options.limit);
  }

  private async bySearch(mention: MentionToAnswer, search: string): Promise<Map<string, Found>> {
    const values = searchValues(search);
    if (!values) return new Map();
    const hits: { versionId: string; rank: number }[] = await this.dataSource.query(SEARCH_HITS, [
      mention.level,
      values.whole,
      values.last,
    ]);
    return new Map(hits.map(({ versionId, rank }) => [versionId, { rank, words: [] }]));
  }

  /** A word counts by where it stands in the answer and by how few answers have it; of two languages the better. */
  private async byMention(mention: MentionToAnswer): Promise<Map<string, Found>> {
    const given = wordsOf(mention.text);
    const found = new Map<string, Found>();
    const [total]: { count: number }[] = await this.dataSource.query(COUNT_CURRENT, [mention.level]);
    for (const language of LOCALES.filter(
      (locale) => locale === mention.language || !isLocale(mention.language),
    )) {
      const words: InformativeWord[] = await this.dataSource.query(INFORMATIVE_WORDS(language), [given]);
      const stems = [...new Set(words.map(({ lexeme }) => lexeme))];
      const hits: WordHit[] = await this.dataSource.query(WORD_HITS(language), [mention.level, stems]);
      const answersWith = new Map<string, number>();
      for (const { lexeme } of hits) answersWith.set(lexeme, (answersWith.get(lexeme) ?? 0) + 1);
      const inLanguage = new Map<string, Found & { stems: Set<string> }>();
      for (const { versionId, lexeme, rank } of hits) {
        const entry = inLanguage.get(versionId) ?? { rank: 0, words: [], stems: new Set() };
        entry.rank += rank * rarity(answersWith.get(lexeme) ?? 1, total?.count ?? 1);
        if (rank > 0) entry.stems.add(lexeme);
        inLanguage.set(versionId, entry);
      }
      for (const [versionId, { rank, stems: matched }] of inLanguage) {
        if (rank <= (found.get(versionId)?.rank ?? 0)) continue;
        const matchedWords = words.filter(({ lexeme }) => matched.has(lexeme)).map(({ word }) => word);
        found.set(versionId, { rank, words: [...new Set(matchedWords)] });
      }
    }
    return found;
  }

  private suggestion(
    mention: MentionToAnswer,
    version: SuggestedVersion,
    found: Map<string, Found>,
    wanted: Locale | undefined,
    searched: boolean,
  ): Suggestion[] {
    const why = found.get(version.versionId);
    if (!why) return [];
    const fit = score({
      words: why.rank,
      topicMatches: version.topicId !== null && mention.topicIds.includes(version.topicId),
      timesUsed: version.timesUsed,
    });
    const figure = searched ? Math.round(why.rank * 10_000) / 10_000 : fit;
    const language = wanted ?? (isLocale(mention.language) ? mention.language : null);
    const variant = pickVariant(version.variants, version.placeholders, {
      network: mention.network,
      language,
    });
    if (figure === null || !variant) return [];
    const question = { fr: version.question_fr, en: version.question_en };
    return [
      {
        answerId: version.answerId,
        versionNumber: version.number,
        variantId: variant.id,
        kind: version.kind,
        question: question[variant.language] || question.fr || question.en,
        language: variant.language,
        network: variant.network,
        body: variant.body,
        placeholders: version.placeholders,
        doNotSay: version.doNotSay,
        proofPoints: version.proofPoints,
        strategy: version.strategy,
        sensitivity: version.sensitivity,
        timesUsed: version.timesUsed,
        matchedWords: why.words,
        score: figure,
        otherLanguage: mention.languageKnown && variant.language !== mention.language,
      },
    ];
  }
}

function isLocale(language: string): language is Locale {
  return (LOCALES as readonly string[]).includes(language);
}
