import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownMethodSchema } from '#contract/workshops';
import { METHODS } from '#rules/workshops';
import { copyOf, emptyMethod, fileOf, gapsOf, methodOfFile, newMethodPhase } from './method-draft.js';

describe('a method of one’s own', () => {
  it.each(METHODS)('begins as a copy of $key that can be kept as it is', (method) => {
    const copy = copyOf(method);
    expect(ownMethodSchema.parse(copy)).toEqual(copy);
    expect(gapsOf(copy)).toEqual([]);
  });

  it.each(METHODS)('goes out as a file and comes in the same: $key', (method) => {
    const file = { basedOn: method.key, method: copyOf(method) };
    expect(methodOfFile(fileOf(file))).toEqual(file);
  });

  it('does not name in a file what only this place knows', () => {
    expect(methodOfFile(fileOf({ basedOn: 'own-3-1', method: emptyMethod() }))?.basedOn).toBeNull();
    expect(methodOfFile('{')).toBeNull();
  });

  it('says in which language something is missing', () => {
    const method = { ...copyOf(METHODS[0]!), rules: [{ fr: 'Écouter', en: '' }] };
    expect(gapsOf(method)).toEqual(['en']);
  });

  it('gives a new phase a key of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 })), (numbers) => {
        const phases = numbers.map((number) => ({ key: `phase_${number}` }));
        expect(phases).not.toContainEqual({ key: newMethodPhase(phases).key });
      }),
    );
  });
});
