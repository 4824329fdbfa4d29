import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trainLinear } from '../../../tests/train/linear-model.js';
import { packTable } from '../../../tests/train/pack-table.js';
import { type ModelName, weightsOf } from './load-weights.js';
import { judgeSentiment, measuredModels, shares } from './measured-models.js';
import { TextFeatures } from './text-features.js';
import { readTable } from './weight-table.js';

const NAMES: ModelName[] = ['language', 'sentiment', 'sentiment-en', 'offensive', 'emotion', 'irony', 'hate'];

describe('the shipped weights', () => {
  it.each(NAMES)('of %s load and say what they are', (name) => {
    const { header } = weightsOf(name);
    expect(header.version).toMatch(new RegExp(`^${name}-\\d+$`));
    expect(header.slope).toBeGreaterThan(0);
  });

  it.each([
    ['fr', 'C’est une honte, je suis vraiment déçu, service nul', 'negative'],
    ['fr', 'Merci beaucoup, c’est magnifique, bravo à toute l’équipe !', 'positive'],
    ['en', 'This is awful, I hate it so much', 'negative'],
    ['en', 'I love this, best day ever! :)', 'positive'],
    ['de', 'Das ist schrecklich, ich hasse es', 'negative'],
    ['es', 'Me encanta, muchas gracias, son geniales', 'positive'],
  ])('read the tone of a plain text in %s: %s', (language, text, label) => {
    expect(judgeSentiment(text, language).label).toBe(label);
  });

  it('tell the words that spoke most, as they were written', () => {
    const { words } = judgeSentiment('Honestly this is AWFULLLL, really', 'en');
    expect(words()).toContain('AWFULLLL');
  });

  it('say the same of a text whatever was read before, with probabilities that add up', () => {
    const model = measuredModels();
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 80 }),
        (text, other) => {
          const first = JSON.stringify(model.read(text, 'en'));
          model.read(other, 'fr');
          expect(JSON.stringify(model.read(text, 'en'))).toBe(first);
          const sum = shares(weightsOf('emotion'), text).reduce((total, one) => total + one, 0);
          expect(sum).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a training', () => {
  const texts = Array.from({ length: 40 }, (_, at) => ({
    label: at % 2 === 0 ? 'good' : 'bad',
    text: at % 2 === 0 ? `splendid thing number ${at}` : `dreadful thing number ${at}`,
  }));
  const settings = { classes: ['good', 'bad', 'odd'], cost: 0.3, fewest: 1, passes: 5, seed: 7 };
  const odd = { label: 'odd', text: 'quite another matter' };
  const packed = (seed: number) =>
    packTable(trainLinear([...texts, odd], { ...settings, seed }), {
      outputs: settings.classes,
      bits: 12,
      bias: [0, 0, 0],
      slope: 1,
      version: 'tiny-1',
    }).bytes;

  it('learns what tells the classes apart, and its table gives it back', () => {
    const table = readTable(packed(7));
    const features = new TextFeatures();
    const best = (text: string) => {
      const scores = table.score(features.read(text));
      return settings.classes[scores.indexOf(Math.max(...scores))];
    };
    expect(best('a splendid day')).toBe('good');
    expect(best('what a dreadful day')).toBe('bad');
  });

  it('gives the same bytes for the same texts and seed', () => {
    expect(packed(7)).toEqual(packed(7));
  });
});
