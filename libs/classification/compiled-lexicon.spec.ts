import { describe, expect, it } from '@jest/globals';
import { compileLexicon, matchTerms } from './compiled-lexicon.js';
import { DEFAULT_LEXICON } from './default-lexicon.js';
import {
  LEXICON_CATEGORIES,
  LEXICON_LANGUAGES,
  type LexiconEntry,
  termWords,
  validateLexiconTerm,
} from './lexicon-entry.js';
import { quote, tokenise } from './tokens.js';

const entry = (term: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  language: 'fr',
  category: 'negative',
  term,
  weight: 3,
  ...more,
});

function found(terms: string[], text: string): string[] {
  const root = compileLexicon(terms.map((term) => entry(term))).languages.get('fr');
  const tokens = tokenise(text);
  return matchTerms(root ?? compileLexicon([]).undetermined, tokens).map(({ first, last }) => {
    const [from, to] = [tokens[first], tokens[last]];
    return from && to ? quote(text, from, to) : '';
  });
}

describe('a term of the lexicon', () => {
  it.each([
    ['avocat', 'Voyez avec l’avocat', 'avocat'],
    ['avocat', "Voyez avec l'AVOCAT", 'AVOCAT'],
    ['brûlée', 'elle est brulee', 'brulee'],
    ['écœurant', 'ECOEURANT', 'ECOEURANT'],
    ['nul', 'c’est nuuuuul', 'nuuuuul'],
    ['too soon', 'tooooo sooooon', 'tooooo sooooon'],
    ['boycott', '#BoycottMarque', 'Boycott'],
    ['data breach', 'the #DataBreach', 'DataBreach'],
    ["didn't", 'it didn’t', 'didn’t'],
    ["didn't", 'it didnt', 'didnt'],
    ['rembours*', 'remboursez-moi', 'remboursez'],
    ['toujours pas de rembours*', 'toujours pas de remboursement', 'toujours pas de remboursement'],
    ['😡', 'ah non 😡!', '😡'],
    ['qu’une arnaque', 'ce n’est qu’une arnaque', 'qu’une arnaque'],
    ['company data', "the company's data", "company's data"],
  ])('%s is found in "%s"', (term, text, written) => {
    expect(found([term], text)).toEqual([written]);
  });

  it.each([
    ['nul', 'nullement'],
    ['fuite', 'fuites'],
    ['très nul', 'très, nul'],
    ['honte', '@honte https://honte.fr/honte honte@exemple.fr'],
    ['rat', 'rats'],
  ])('%s is not found in "%s"', (term, text) => {
    expect(found([term], text)).toEqual([]);
  });

  it('of one language is not looked for in the other, but in a text of unknown language both are', () => {
    const lexicon = compileLexicon([entry('honteux'), entry('shameful', { language: 'en' })]);
    const tokens = tokenise('honteux shameful');
    const count = (root = lexicon.undetermined) => matchTerms(root, tokens).length;
    expect([count(lexicon.languages.get('fr')), count(lexicon.languages.get('en')), count()]).toEqual([
      1, 1, 2,
    ]);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['a'.repeat(121), 'too-long'],
    ['un deux trois quatre cinq six sept huit neuf dix onze', 'too-many-words'],
    ['*brûl', 'wildcard-position'],
    ['br*ûl', 'wildcard-position'],
    ['mot *', 'wildcard-position'],
    ['ab*', 'prefix-too-short'],
    ['oui, non', 'punctuation'],
    ['@marque', 'punctuation'],
    ['+', 'no-word'],
  ])('%p is refused as %s', (term, code) => {
    expect(validateLexiconTerm(term)).toEqual({ ok: false, code });
    expect(compileLexicon([entry(term)]).refused).toHaveLength(1);
  });

  it.each(['honteux', 'J’attends depuis', 'rembours*', 'ras-le-bol', '😡', 'E coli', "don't buy"])(
    '%p is accepted',
    (term) => {
      expect(validateLexiconTerm(term)).toEqual({ ok: true });
    },
  );
});

describe('the lexicon of a new workspace', () => {
  it.each(LEXICON_LANGUAGES)('is rich in %s, over every category', (language) => {
    const entries = DEFAULT_LEXICON.filter((candidate) => candidate.language === language);
    expect(entries.length).toBeGreaterThanOrEqual(350);
    expect(new Set(entries.map((candidate) => candidate.category))).toEqual(new Set(LEXICON_CATEGORIES));
  });

  it('holds only terms that can be looked for, with weights from 1 to 10', () => {
    expect(DEFAULT_LEXICON.filter((candidate) => !validateLexiconTerm(candidate.term).ok)).toEqual([]);
    expect(DEFAULT_LEXICON.filter(({ weight }) => !(weight >= 1 && weight <= 10))).toEqual([]);
  });

  it('holds each term once per language and category', () => {
    const keys = DEFAULT_LEXICON.map(
      ({ language, category, term }) => `${language} ${category} ${JSON.stringify(termWords(term))}`,
    );
    const twice = keys.filter((key, place) => keys.indexOf(key) !== place);
    expect(twice.filter((key) => !key.includes('"none"'))).toEqual([]);
  });
});
