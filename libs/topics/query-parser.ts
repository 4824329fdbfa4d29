import { chooseAnchors } from './query-anchor.js';
import { QuerySyntaxError, type TopicQueryError } from './query-error.js';
import { readTerm } from './query-term.js';
import { type QueryToken, tokenizeQuery } from './query-token.js';
import {
  allOf,
  anyOf,
  noneOf,
  TOPIC_QUERY_LIMITS,
  type TopicQuery,
  type TopicQueryLimits,
  type WordsTerm,
} from './topic-query.js';

export type ParsedTopicQuery = { ok: true; query: TopicQuery } | { ok: false; error: TopicQueryError };

/**
 * Reads a topic query. The language is described in docs/topic-queries.md. Never throws, whatever the text, and its
 * cost is bounded by `limits`.
 */
export function parseTopicQuery(
  text: string,
  limits: Readonly<TopicQueryLimits> = TOPIC_QUERY_LIMITS,
): ParsedTopicQuery {
  try {
    if (text.length > limits.length) {
      throw new QuerySyntaxError('too-long', limits.length, text.length - limits.length, {
        max: limits.length,
      });
    }
    return { ok: true, query: new TopicQueryParser(text, limits).parse() };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    const { code, at, length, params } = error;
    return { ok: false, error: { code, at, length, params } };
  }
}

type NearToken = Extract<QueryToken, { kind: 'near' }>;

/** Recursive descent: OR, then AND (written or not), then NOT, then near. Only parentheses recurse. */
class TopicQueryParser {
  private readonly tokens: readonly QueryToken[];
  private next = 0;
  private terms = 0;
  /** Where each negation was written, to point at the one that makes a query match everything. */
  private readonly negations = new Map<TopicQuery, QueryToken>();

  constructor(
    private readonly source: string,
    private readonly limits: Readonly<TopicQueryLimits>,
  ) {
    this.tokens = tokenizeQuery(source);
  }

  parse(): TopicQuery {
    if (this.tokens.length === 0) throw new QuerySyntaxError('empty', 0, this.source.length);
    const query = this.parseAny(0);
    const rest = this.tokens[this.next];
    if (rest !== undefined) throw fault('unbalanced-parenthesis', rest, { parenthesis: ')' });
    if (chooseAnchors(query) === null) {
      const negation = this.negations.get(unbounded(query));
      throw new QuerySyntaxError('only-negation', negation?.at ?? 0, negation?.length ?? this.source.length);
    }
    return query;
  }

  private parseAny(depth: number): TopicQuery {
    const members = [this.parseAll(depth)];
    while (this.takeOperator('or')) members.push(this.parseAll(depth));
    return anyOf(members);
  }

  private parseAll(depth: number): TopicQuery {
    const members = [this.parseNegation(depth)];
    while (this.takeOperator('and') || this.operandFollows()) members.push(this.parseNegation(depth));
    return allOf(members);
  }

  private parseNegation(depth: number): TopicQuery {
    const first = this.tokens[this.next];
    let negated = false;
    while (this.takeOperator('not')) negated = !negated;
    const query = this.parseNear(depth);
    if (!negated || first === undefined) return query;
    const opposite = noneOf(query);
    if (opposite.kind === 'not') this.negations.set(opposite, first);
    return opposite;
  }

  private parseNear(depth: number): TopicQuery {
    const leftAt = this.next;
    const left = this.parseOperand(depth);
    const near = this.takeNear();
    if (near === undefined) return left;
    const leftWords = this.wordsOf(left, leftAt);
    const rightAt = this.next;
    const rightWords = this.wordsOf(this.parseOperand(depth), rightAt);
    const chained = this.takeNear();
    if (chained !== undefined) throw fault('near-chained', chained);
    return { kind: 'near', left: leftWords, right: rightWords, distance: near.distance };
  }

  private parseOperand(depth: number): TopicQuery {
    const token = this.tokens[this.next];
    if (token === undefined || token.kind === 'close') throw this.nothingHere(token, depth);
    if (token.kind === 'operator' || token.kind === 'near') throw this.operatorHere(token);
    this.next += 1;
    if (token.kind !== 'open') {
      const term = readTerm(token);
      this.terms += term.kind === 'words' ? term.words.length : 1;
      if (this.terms > this.limits.terms) throw fault('too-many-terms', token, { max: this.limits.terms });
      return term;
    }
    if (depth >= this.limits.depth) throw fault('too-deep', token, { max: this.limits.depth });
    const query = this.parseAny(depth + 1);
    if (this.tokens[this.next]?.kind !== 'close')
      throw fault('unbalanced-parenthesis', token, { parenthesis: '(' });
    this.next += 1;
    return query;
  }

  /** The end of the source or of a group, where an operand should be. */
  private nothingHere(token: QueryToken | undefined, depth: number): QuerySyntaxError {
    const before = this.tokens[this.next - 1];
    if (token !== undefined && depth === 0)
      return fault('unbalanced-parenthesis', token, { parenthesis: ')' });
    if (before !== undefined && before.kind !== 'open') {
      return fault('missing-operand', before, { operator: before.text, side: 'right' });
    }
    if (before !== undefined && token === undefined) {
      return fault('unbalanced-parenthesis', before, { parenthesis: '(' });
    }
    const at = before?.at ?? 0;
    return new QuerySyntaxError('empty-parentheses', at, token === undefined ? 0 : token.at + 1 - at);
  }

  /** An operator where an operand should be. */
  private operatorHere(token: QueryToken): QuerySyntaxError {
    const before = this.tokens[this.next - 1];
    if (before === undefined || before.kind === 'open') {
      return fault('missing-operand', token, { operator: token.text, side: 'left' });
    }
    return fault('unexpected-operator', token, { operator: token.text, after: before.text });
  }

  private takeOperator(operator: 'and' | 'or' | 'not'): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== 'operator' || token.operator !== operator) return false;
    this.next += 1;
    return true;
  }

  private takeNear(): NearToken | undefined {
    const token = this.tokens[this.next];
    if (token?.kind !== 'near') return undefined;
    this.next += 1;
    return token;
  }

  private operandFollows(): boolean {
    const token = this.tokens[this.next];
    if (token === undefined || token.kind === 'close' || token.kind === 'near') return false;
    return token.kind !== 'operator' || token.operator === 'not';
  }

  /** The choice of words on one side of a `near`; its tokens begin at index `from`. */
  private wordsOf(query: TopicQuery, from: number): WordsTerm[] {
    const members = query.kind === 'or' ? query.queries : [query];
    const words = members.filter((member) => member.kind === 'words');
    if (words.length === members.length) return words;
    const first = this.tokens[from];
    // After a left side its `near` was taken already; nothing else can end an operand with one.
    const before = this.tokens[this.next - 1];
    const last = before?.kind === 'near' ? this.tokens[this.next - 2] : before;
    const at = first?.at ?? 0;
    throw new QuerySyntaxError('near-needs-words', at, last === undefined ? 0 : last.at + last.length - at);
  }
}

function fault(
  code: QuerySyntaxError['code'],
  token: QueryToken,
  params: Record<string, string | number> = {},
): QuerySyntaxError {
  return new QuerySyntaxError(code, token.at, token.length, params);
}

/** The negation by which a query without anchors matches nearly everything. */
function unbounded(query: TopicQuery): TopicQuery {
  if (query.kind !== 'and' && query.kind !== 'or') return query;
  const member = query.queries.find((candidate) => chooseAnchors(candidate) === null);
  return member === undefined ? query : unbounded(member);
}
