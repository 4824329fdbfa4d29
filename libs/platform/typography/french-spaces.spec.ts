import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { french, frenchSpaces, frenchSpacesThroughout } from './french-spaces.js';

/** Shows no-break spaces: `_` is a full one, `'` a narrow one. */
const seen = (text: string) => text.replaceAll('\u00A0', '_').replaceAll('\u202F', "'");
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('spaces of French', () => {
  it.each([
    ['Qui ? Moi !', "Qui'? Moi'!"],
    ['Un lien ; il est signé', "Un lien'; il est signé"],
    ['Niveau : alerte', 'Niveau_: alerte'],
    ['À lire :', 'À lire_:'],
    ['Dit « oui » : bien', 'Dit «_oui_»_: bien'],
    ['« Vraiment ? »', "«_Vraiment'?_»"],
    ['45 % des mentions', "45'% des mentions"],
    ['(et pourquoi ?)', "(et pourquoi'?)"],
    ['Pourquoi ?!', "Pourquoi'?!"],
    ['{{name}} : {{count}} %', "{{name}}_: {{count}}'%"],
    ['« {{text}} » ?', "«_{{text}}_»'?"],
    ['Prévu :{{at}}', 'Prévu_:{{at}}'],
  ])('%s', (written, set) => {
    expect(seen(frenchSpaces(written))).toBe(set);
  });

  it.each([
    'à 10:30 précises',
    'https://lumen.example/état?de=1;2&x=!',
    'Merci :) et ;-) et :-/',
    'Tout va bien, sans rien.',
    'lang:fr near/3 @lumen',
    '{{ given ? a : b ; c ! « d » }}',
    'Already?',
  ])('leave %s as it is', (written) => {
    expect(frenchSpaces(written)).toBe(written);
  });

  it('are set right where a no-break space of the wrong width was typed', () => {
    expect(seen(frenchSpaces('Qui\u00A0? «\u202Foui\u202F»\u202F: bien'))).toBe("Qui'? «_oui_»_: bien");
  });

  const marks = fc.constantFrom(' ', ':', ';', '?', '!', '«', '»', '%', 'a', '1', '{{', '}}', '/', '\n', ')');
  const texts = fc.oneof(
    fc.string(),
    fc.array(marks, { maxLength: 30 }).map((all) => all.join('')),
  );

  it('are all that changes, and change once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const set = frenchSpaces(text);
        expect(plain(set)).toBe(plain(text));
        expect(frenchSpaces(set)).toBe(set);
      }),
    );
  });

  it('leave no place at which a line could break before a mark or inside guillemets', () => {
    const outside = texts.filter((text) => !text.includes('{{'));
    fc.assert(
      fc.property(outside, (text) => {
        expect(frenchSpaces(text)).not.toMatch(/« | »| [?!%]| [:;](\s|$)/);
      }),
    );
  });

  it('are set in every text of a tree, and nothing else is', () => {
    const words = { a: 'Qui ?', b: { c: ['Niveau : 1', 'x'], d: 3, e: null }, f: true };
    expect(frenchSpacesThroughout(words)).toEqual({
      a: 'Qui\u202F?',
      b: { c: ['Niveau\u00A0: 1', 'x'], d: 3, e: null },
      f: true,
    });
  });

  it('are set in a sentence but not in its values', () => {
    expect(seen(french`${'Qui ?'} : « ${'oui !'} » à ${3} %`)).toBe("Qui ?_: «_oui !_» à 3'%");
  });
});
