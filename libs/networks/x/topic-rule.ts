import { type Widening, WIDENINGS } from '#contract/networks';
import { type AuthorTerm, foldText, type QueryWord, type TopicQuery, type WordsTerm } from '#rules/topics';
import { allRules, anyRule, EVERYTHING, looksFor, NOTHING, term, type XRule } from './x-rule.js';
import { type Spellings, spellingsOf } from './spelling.js';

export interface TranslatedTopic {
  rule: XRule;
  widened: Widening[];
}

/** X looks for no longer phrases than it takes whole rules; a part of them finds what they find. */
const LONGEST_TERM = 200;

/**
 * The query of a topic as a rule of X which finds at least what the topic does, as far as X reads a text as we do. What X
 * cannot be asked for is left out of the conditions: distance, beginnings of words; the language, which X judges in its
 * own way; and what is excluded, because X also looks at the post that is quoted. Only its author is sure.
 * Two differences of reading remain, told in docs/topic-queries.md: accents count for the stream, so a word is looked for
 * as it is written in the query and without accents; and an elision or 's inside a phrase parts its words.
 */
export function translateTopic(query: TopicQuery, source: string): TranslatedTopic {
  const translation = new Translation(spellingsOf(source));
  const rule = translation.of(query);
  return {
    rule: looksFor(rule) ? rule : EVERYTHING,
    widened: WIDENINGS.filter((one) => translation.widened.has(one)),
  };
}

class Translation {
  readonly widened = new Set<Widening>();

  constructor(private readonly spellings: Spellings) {}

  of(query: TopicQuery): XRule {
    switch (query.kind) {
      case 'and':
        return allRules(query.queries.map((member) => this.of(member)));
      case 'or':
        return this.either(query.queries.map((member) => this.of(member)));
      case 'not':
        return this.without(query.query);
      case 'words':
        return this.words(query);
      case 'near':
        this.widened.add('near');
        return allRules(
          [query.left, query.right].map((side) => this.either(side.map((one) => this.words(one)))),
        );
      case 'site':
        return anyRule([term(`url:"${query.host}"`), phrase(query.host.split(/[.-]/))]);
      case 'hashtag':
        if (query.wild) return this.wider('beginning');
        return anyRule(this.spellings.tag(query.tag).map((tag) => term(`#${tag}`)));
      case 'author':
        return this.author(query);
      case 'language':
        return this.wider('language');
      case 'network':
        return query.name === 'x' ? EVERYTHING : NOTHING;
    }
  }

  /** At least what does not match the query. */
  private without(query: TopicQuery): XRule {
    switch (query.kind) {
      case 'or':
        return allRules(query.queries.map((member) => this.without(member)));
      case 'not':
        return this.of(query.query);
      case 'network':
        return query.name === 'x' ? NOTHING : EVERYTHING;
      case 'author':
        if (!query.wild && isName(query.handle)) {
          // Who only names the account may be let pass by X; the topic itself looks again.
          this.widened.add('exclusion');
          return { kind: 'unlike', text: `from:${query.handle}` };
        }
        return this.wider('exclusion');
      default:
        return this.wider('exclusion');
    }
  }

  private either(rules: readonly XRule[]): XRule {
    const rule = anyRule(rules);
    if (rule.kind === 'everything' && rules.some(({ kind }) => kind === 'unlike'))
      this.widened.add('exclusion');
    return rule;
  }

  /** Several words are one phrase; a beginning or an emoji in it leaves what stands before and after. */
  private words({ words }: WordsTerm): XRule {
    const runs: QueryWord[][] = [[]];
    const rules: XRule[] = [];
    for (const word of words) {
      if (word.wild) rules.push(this.wider('beginning'));
      else if (isEmoji(word.text)) rules.push(this.emoji(word.text));
      else {
        runs.at(-1)?.push(word);
        continue;
      }
      runs.push([]);
    }
    for (const run of runs) if (run.length > 0) rules.push(this.run(run.map(({ text }) => text)));
    return allRules(rules);
  }

  private run(words: readonly string[]): XRule {
    const [only] = words;
    if (words.length > 1 || only === undefined) {
      const written = words.map((word) => this.spellings.word(word).at(-1) ?? word);
      return anyRule([this.fitting(words), this.fitting(written)]);
    }
    if (only.length > LONGEST_TERM) return this.wider('length');
    return anyRule(this.spellings.word(only).map((word) => phrase([word])));
  }

  private fitting(words: readonly string[]): XRule {
    let count = words.length;
    while (count > 0 && words.slice(0, count).join(' ').length > LONGEST_TERM) count--;
    if (count < words.length) this.widened.add('length');
    return count === 0 ? EVERYTHING : phrase(words.slice(0, count));
  }

  /** One that has a single form: of others nobody says which forms X takes for the same. */
  private emoji(text: string): XRule {
    return /^\p{Emoji_Presentation}$/u.test(text) && !/\p{Emoji_Modifier_Base}/u.test(text)
      ? term(text)
      : this.wider('emoji');
  }

  private author({ handle, wild }: AuthorTerm): XRule {
    if (wild) return this.wider('author');
    if (isName(handle)) return anyRule([term(`from:${handle}`), term(`@${handle}`)]);
    // Nobody at X has such a name; the account of another network may be written out in a text.
    if (/\s/.test(handle)) return NOTHING;
    return phrase(handle.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== ''));
  }

  private wider(by: Widening): XRule {
    this.widened.add(by);
    return EVERYTHING;
  }
}

/** As names at X can be. */
function isName(handle: string): boolean {
  return /^[a-z0-9_]{1,15}$/.test(handle);
}

function isEmoji(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word);
}

/** Words of the query language, which X would take for its own. */
const OPERATORS = new Set(['and', 'or', 'not']);
const STANDS_ALONE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

function phrase(words: readonly string[]): XRule {
  const [only = ''] = words;
  if (words.length === 1 && /^[\p{L}\p{N}\p{M}]+$/u.test(only) && !OPERATORS.has(foldText(only)))
    return term(only);
  let text = '';
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const joined = before === undefined || (STANDS_ALONE.test(before) && STANDS_ALONE.test(word));
    text += joined ? word : ` ${word}`;
  }
  return text === '' ? EVERYTHING : term(`"${text}"`);
}
