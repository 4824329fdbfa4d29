import { describe, expect, it } from '@jest/globals';
import { readAuthorKind } from './author-kind.js';
import { readOrigin } from './text-origin.js';

describe('the kind of an author', () => {
  it.each([
    ['press', { handle: 'BBCBreaking' }],
    ['press', { handle: 'x1', name: 'Le Journal de Lyon' }],
    ['press', { handle: 'camille_r', bio: 'Journaliste au service économie' }],
    ['official', { handle: 'Prefet69' }],
    ['official', { handle: 'policescotland' }],
    ['brand', { handle: 'marque_officiel' }],
    ['automated', { handle: 'weatherbot' }],
    ['person', { handle: 'camille.martin', name: 'Camille Martin' }],
    ['press', { handle: 'camille', kind: 'press' }],
  ] as const)('is %s for %j', (kind, author) => {
    const reading = readAuthorKind(author, 'Bonjour à tous');
    expect(reading.kind).toBe(kind);
    expect(reading.reason === null).toBe(kind === 'person');
  });
});

describe('where the information of a post comes from', () => {
  it.each([
    ['media', 'RT @euronews: Train crash: death toll rises to 60 http://t.co/x'],
    ['media', 'Death toll of plant explosion rises to 14, officials confirm http://t.co/x'],
    ['government', 'RT @policescotland: Helpline for families is open'],
    ['ngo', 'Please donate blood today, volunteers needed'],
    ['eyewitness', 'I can see the smoke from my window'],
    ['outsider', 'OMG so sad, praying for everyone'],
  ] as const)('is %s for “%s”', (origin, text) => {
    expect(readOrigin(text).origin).toBe(origin);
  });
});
