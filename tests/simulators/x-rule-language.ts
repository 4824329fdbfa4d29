/** A post as the filtered stream of X looks at it. */
export interface MatchedPost {
  text: string;
  author: string;
  /** Of the post that it quotes: what is said of its own text holds for this one as well. */
  quoted?: string;
  links?: readonly string[];
  repost?: boolean;
}

/**
 * The rule language of X, read and applied by itself, as far as it is documented: words in a row are all wanted, OR binds
 * less, `-` excludes one term and no group, and something has to be looked for. Throws with the words of a refusal.
 * Source: docs.x.com/x-api/posts/filtered-stream/integrate/build-a-rule and /operators.
 */
export function matchesRule(rule: string, post: MatchedPost): boolean {
  return readRule(rule).holds(post);
}

interface Node {
  /** Has a term that may stand alone. */
  alone: boolean;
  holds: (post: MatchedPost) => boolean;
}

const TOKEN = /\s*(\(|\)|-(?=\()|-?[a-z_]+:"[^"]*"|-?"[^"]*"|-?[^\s()"]+)/giy;

export function readRule(rule: string): Node {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rule.trimEnd().length) {
    const [, token] = TOKEN.exec(rule) ?? [];
    if (token === undefined) throw new Error(`cannot be read: ${rule}`);
    tokens.push(token);
  }
  let next = 0;
  const either = (): Node => {
    const members = [both()];
    while (tokens[next] === 'OR') {
      next++;
      members.push(both());
    }
    if (members.length > 1 && members.some(({ alone }) => !alone))
      throw new Error('an alternative looks for nothing');
    return {
      alone: members.every(({ alone }) => alone),
      holds: (post) => members.some((one) => one.holds(post)),
    };
  };
  const both = (): Node => {
    const members: Node[] = [];
    for (;;) {
      const token = tokens[next];
      if (token === undefined || token === ')' || token === 'OR') break;
      next++;
      if (token === '-') throw new Error('a group cannot be negated');
      if (token !== '(') {
        members.push(termOf(token));
        continue;
      }
      members.push(either());
      if (tokens[next++] !== ')') throw new Error('a parenthesis is not closed');
    }
    if (members.length === 0) throw new Error('there is nothing between the operators');
    return {
      alone: members.some(({ alone }) => alone),
      holds: (post) => members.every((one) => one.holds(post)),
    };
  };
  const whole = either();
  if (next < tokens.length) throw new Error('a parenthesis is not opened');
  if (!whole.alone) throw new Error('a rule has to look for something');
  return whole;
}

function termOf(token: string): Node {
  if (token.startsWith('-')) {
    const { holds } = termOf(token.slice(1));
    return { alone: false, holds: (post) => !holds(post) };
  }
  if (/^(and|or|not)$/i.test(token)) throw new Error(`ambiguous use of ${token} as a keyword`);
  const [, field, value] = /^([a-z]+):(.+)$/i.exec(token) ?? [];
  if (field === 'is' && value === 'retweet') return { alone: false, holds: ({ repost }) => repost === true };
  if (field === 'from')
    return { alone: true, holds: ({ author }) => author.toLowerCase() === value?.toLowerCase() };
  if (field === 'url')
    return { alone: true, holds: (post) => follows((post.links ?? []).map(wordsOf), wordsOf(value ?? '')) };
  if (field !== undefined) throw new Error(`unknown operator ${field}:`);
  if (token.startsWith('#') || token.startsWith('@')) {
    if (!/^[#@][\p{L}\p{N}\p{M}_]+$/u.test(token)) throw new Error(`${token} is no single name`);
    const entities = (text: string): string[] => text.toLowerCase().match(/[#@][\p{L}\p{N}\p{M}_]+/gu) ?? [];
    return {
      alone: true,
      holds: ({ text, quoted = '' }) =>
        [text, quoted].some((one) => entities(one).includes(token.toLowerCase())),
    };
  }
  if (token.includes('*')) throw new Error('there are no wildcards');
  const wanted = wordsOf(token);
  if (wanted.length === 0) throw new Error(`${token} holds no word`);
  if (!token.startsWith('"') && wanted.length > 1) throw new Error(`${token} has to be put in quotes`);
  return {
    alone: true,
    holds: ({ text, quoted = '' }) => follows([text, quoted].map(wordsOf), wanted),
  };
}

/** Accents count; everything but letters, digits and emoji parts words. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu) ?? []
  );
}

function follows(texts: readonly (readonly string[])[], wanted: readonly string[]): boolean {
  return texts.some((words) =>
    words.some((_, start) => wanted.every((word, offset) => words[start + offset] === word)),
  );
}
