/** What can be wrong with a topic query. The codes are stable: the console translates them. */
export type TopicQueryErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'too-many-terms'
  | 'unclosed-quote'
  | 'empty-phrase'
  | 'no-word'
  | 'empty-parentheses'
  | 'unbalanced-parenthesis'
  | 'missing-operand'
  | 'unexpected-operator'
  | 'only-negation'
  | 'near-needs-number'
  | 'near-needs-words'
  | 'near-chained'
  | 'wildcard-too-short'
  | 'wildcard-misplaced'
  | 'unknown-field'
  | 'field-needs-value'
  | 'unknown-language'
  | 'invalid-network'
  | 'invalid-author'
  | 'invalid-hashtag'
  | 'link-with-path';

/** The first thing that is wrong with a query, and where. */
export interface TopicQueryError {
  code: TopicQueryErrorCode;
  /** Offset into the source, in UTF-16 code units. */
  at: number;
  /** Length of what is at fault, in UTF-16 code units; 0 when something is missing at the very end. */
  length: number;
  /** What the message needs to say: see `describeQueryError`. */
  params: Record<string, string | number>;
}

/** Carries an error out of the lexer and the parser; `parseTopicQuery` turns it into a value. */
export class QuerySyntaxError extends Error {
  constructor(
    readonly code: TopicQueryErrorCode,
    readonly at: number,
    readonly length: number,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'QuerySyntaxError';
  }
}

/** The error in plain English, as a sentence that says what to do. */
export function describeQueryError({ code, params }: TopicQueryError): string {
  switch (code) {
    case 'empty':
      return 'The query is empty: write at least one word.';
    case 'too-long':
      return `The query is too long: at most ${params.max} characters.`;
    case 'too-deep':
      return `Too many parentheses inside each other: at most ${params.max}.`;
    case 'too-many-terms':
      return `The query has too many words: at most ${params.max}.`;
    case 'unclosed-quote':
      return 'This quotation mark is never closed.';
    case 'empty-phrase':
      return 'There is no word between these quotation marks.';
    case 'no-word':
      return `“${params.text}” has no letter or digit to look for. Operators are written AND, OR and NOT.`;
    case 'empty-parentheses':
      return 'There is nothing between these parentheses.';
    case 'unbalanced-parenthesis':
      return params.parenthesis === '('
        ? 'This parenthesis is never closed.'
        : 'This parenthesis closes nothing: no “(” before it.';
    case 'missing-operand':
      return params.side === 'left'
        ? `${params.operator} needs something before it.`
        : `${params.operator} needs something after it.`;
    case 'unexpected-operator':
      return `${params.operator} cannot follow ${params.after}: something is missing between them.`;
    case 'only-negation':
      return 'This would match nearly everything: say what to look for, not only what to leave out.';
    case 'near-needs-number':
      return `near needs a number of words from 0 to ${params.max}: near/5.`;
    case 'near-needs-words':
      return 'near links words or phrases, or a choice of them in parentheses: (delay OR strike) near/5 flight.';
    case 'near-chained':
      return 'near links two things only. For three, write: a near/5 b AND b near/5 c.';
    case 'wildcard-too-short':
      return `At least ${params.min} letters are needed before *.`;
    case 'wildcard-misplaced':
      return 'The * goes at the end of a word: fligh*.';
    case 'unknown-field':
      return `“${params.field}:” is not known. Use lang:, network: or author:; put a text with a colon in quotation marks.`;
    case 'field-needs-value':
      return `${params.field} needs a value right after it, without a space.`;
    case 'unknown-language':
      return `“${params.value}” is not a language code: use two or three letters, as in lang:fr.`;
    case 'invalid-network':
      return `“${params.value}” is not the name of a network: letters, digits, dots and hyphens only.`;
    case 'invalid-author':
      return `“${params.value}” is not a handle. For a name with spaces, write author:"Jane Doe".`;
    case 'invalid-hashtag':
      return 'A hashtag is made of letters, digits and underscores.';
    case 'link-with-path':
      return `Only the site of a link can be looked for: write ${params.host}.`;
  }
}
