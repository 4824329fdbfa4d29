import { describe, expect, it } from '@jest/globals';
import { chooseAnchors } from './query-anchor.js';
import { compileTopicQueries } from './query-index.js';
import type { TopicDocument } from './query-match.js';
import { parseTopicQuery } from './query-parser.js';
import { tokenizeText } from './text-tokens.js';

function read(text: string) {
  const parsed = parseTopicQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.code}`);
  return parsed.query;
}

function post(text: string, about: Partial<TopicDocument> = {}): TopicDocument {
  return { tokens: tokenizeText(text), author: null, language: 'fr', network: 'training', ...about };
}

const anchorsOf = (text: string) => chooseAnchors(read(text))?.anchors.map((anchor) => anchor.text);

describe('the anchors of a query', () => {
  it.each([
    ['the rarest word of those required', 'le vol catastrophe lang:fr', ['catastrophe']],
    ['one word of a phrase', '"de la catastrophe"', ['catastrophe']],
    ['a word of each choice', 'panne OR (vol retardé)', ['panne', 'retarde']],
    ['one side of near', '(a OR de) near/3 catastrophe', ['catastrophe']],
    ['nothing that is negated', 'vol NOT catastrophe', ['vol']],
    ['what a double negation requires', 'NOT (NOT panne OR vol)', ['panne']],
    ['the site of a link or a word of its name', 'acme.com', ['acme.com', 'acme']],
    ['the language where nothing else is required', 'lang:fr -vol', ['fr']],
  ])('are %s: %s', (_, query, anchors) => {
    expect(anchorsOf(query)).toEqual(anchors);
  });
});

describe('the index of topics', () => {
  it('names the matching topics in the order in which they were given', () => {
    const entries = ['vol', 'lang:fr', 'av*', '#panne', '@acme', 'network:training', 'train', 'lang:en'];
    const index = compileTopicQueries(entries.map((text) => ({ id: text, query: read(text) })));
    expect(index.match(post('Un vol par avion #panne', { author: '@acme' }))).toEqual(entries.slice(0, 6));
    expect(index.match(post('Rien', { language: null, network: 'x' }))).toEqual([]);
  });

  it('names a topic once, however many of its words are there', () => {
    const index = compileTopicQueries([{ id: 'a', query: read('vol OR vols OR vo* OR #vol') }]);
    expect(index.match(post('vol vol vols #vol'))).toEqual(['a']);
  });

  it('evaluates only topics that share a word with the mention, however many there are', () => {
    const queries = Array.from({ length: 5000 }, (_, place) => ({
      id: `${place}`,
      query: read(`(marque${place} OR enseigne${place} OR filiale${place}*) AND (panne OR retard) -lang:en`),
    }));
    const index = compileTopicQueries(queries);
    expect(index.candidates(post('une panne et un retard chez nous'))).toBe(0);
    expect(index.candidates(post('une panne chez marque12 et filiale4711bis'))).toBe(5);
    expect(index.match(post('une panne chez marque12'))).toEqual(['12']);
  });
});
