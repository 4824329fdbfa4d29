import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyScenario } from './scenario-draft.js';
import { bytesOfDataUrl, fileOfScenario, picturesOf, scenarioOfFile } from './scenario-file.js';

const draft = emptyScenario('New', 'A post');
const ID = 'a'.repeat(64);
const inject = { ...draft.injects[0]!, picture: { id: ID, alt: { fr: 'Un vélo', en: 'A bike' } } };
const shown = { ...draft, injects: [inject, { ...inject, key: 'again' }] };

describe('the file of a scenario', () => {
  it('holds it alone, with its pictures, or as the API shows it', () => {
    expect(scenarioOfFile(JSON.stringify(draft))).toEqual({ scenario: draft, pictures: {} });
    expect(scenarioOfFile(JSON.stringify({ key: '1', scenario: draft }))?.scenario).toEqual(draft);
    expect(scenarioOfFile(fileOfScenario(draft, {}))).toEqual({ scenario: draft, pictures: {} });
    const pictures = { [ID]: 'data:image/png;base64,iVBORw==' };
    const read = scenarioOfFile(fileOfScenario(shown, pictures));
    expect(read).toMatchObject({ scenario: shown, pictures });
    expect(scenarioOfFile('no json')).toBeNull();
  });

  it('names each picture once, and passes over what is none', () => {
    expect(picturesOf(shown)).toEqual([ID]);
    expect(scenarioOfFile(JSON.stringify({ pictures: { one: 1, two: 'x' } }))?.pictures).toEqual({
      two: 'x',
    });
    expect(scenarioOfFile(JSON.stringify({ pictures: ['x'] }))?.pictures).toEqual({});
  });

  it('gives back the bytes that went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const url = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
        expect(bytesOfDataUrl(url)).toEqual(Uint8Array.from(bytes));
      }),
    );
    expect(bytesOfDataUrl('data:image/png;base64,%%%')).toBeNull();
    expect(bytesOfDataUrl('https://example.com/a.png')).toBeNull();
  });
});
