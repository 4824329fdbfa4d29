import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkMention, type IncomingMention, LONGEST_EXTERNAL_ID, LONGEST_TEXT } from './incoming-mention.js';

const now = new Date('2026-03-01T12:00:00Z');
const mention = (given: Record<string, unknown> = {}): IncomingMention =>
  ({
    realm: 'live',
    network: 'x',
    externalId: '1',
    text: 'hello',
    publishedAt: now,
    ...given,
  }) as IncomingMention;

describe('an incoming mention', () => {
  it('is complete with what must be there, and trimmed', () => {
    expect(checkMention(mention({ text: '  hello \n', externalId: ' 1 ' }), now)).toEqual({
      ok: true,
      mention: {
        realm: 'live',
        network: 'x',
        externalId: '1',
        sourceId: null,
        importId: null,
        url: null,
        authorHandle: null,
        authorName: null,
        authorFollowers: null,
        authorUrl: null,
        authorBio: null,
        text: 'hello',
        publishedAt: now,
        inReplyTo: null,
        conversationKey: null,
        editedAt: null,
        own: false,
        hasMedia: false,
        extra: null,
      },
    });
  });

  it('is changed now, at the latest, whatever the clock of its network says', () => {
    const check = checkMention(mention({ editedAt: new Date('2999-01-01T00:00:00Z') }), now);
    expect(check).toMatchObject({ ok: true, mention: { editedAt: now } });
  });

  it.each([
    ['realm', { realm: 'drill' }],
    ['network', { network: 'Not A Network' }],
    ['network', { network: 'training' }],
    ['network', { realm: 'training' }],
    ['externalId', { externalId: '' }],
    ['externalId', { externalId: 12 }],
    ['externalId', { externalId: 'x'.repeat(LONGEST_EXTERNAL_ID + 1) }],
    ['text', { text: ' \t ' }],
    ['text', { text: undefined }],
    ['text', { text: 'a\0b' }],
    ['text', { text: 'x'.repeat(LONGEST_TEXT + 1) }],
    ['publishedAt', { publishedAt: new Date('1999-12-31T23:59:59Z') }],
    ['publishedAt', { publishedAt: new Date('2026-03-02T12:00:01Z') }],
    ['publishedAt', { publishedAt: new Date('nonsense') }],
    ['publishedAt', { publishedAt: '2026-03-01T12:00:00Z' }],
    ['publishedAt', { publishedAt: null }],
    ['editedAt', { editedAt: new Date('nonsense') }],
    ['editedAt', { editedAt: 'soon' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['author.url', { author: { url: 'ftp://example.org' } }],
    ['author.followers', { author: { followers: -1 } }],
    ['author.followers', { author: { followers: 1.5 } }],
    ['author.name', { author: { name: 'a\0' } }],
    ['own', { own: 'yes' }],
    ['extra', { extra: ['a'] }],
    ['extra', { extra: { a: '\0' } }],
    ['extra', { extra: { a: 'x'.repeat(20_001) } }],
    ['sourceId', { sourceId: '1; drop table source' }],
  ])('is refused because of its %s: %j', (field, given) => {
    expect(checkMention(mention(given), now)).toEqual({ ok: false, field, reason: expect.any(String) });
  });

  it.each([
    ['a text of the longest length', { text: ` ${'x'.repeat(LONGEST_TEXT)} ` }],
    ['the first moment of 2000', { publishedAt: new Date('2000-01-01T00:00:00Z') }],
    ['a clock that is a day ahead', { publishedAt: new Date('2026-03-02T12:00:00Z') }],
    ['the training network', { realm: 'training', network: 'training' }],
    ['more followers than there are people', { author: { followers: 9e15 } }],
    ['a description without end', { author: { bio: 'x'.repeat(50_000) } }],
  ])('is taken with %s', (_, given) => {
    expect(checkMention(mention(given), now).ok).toBe(true);
  });

  it('never throws and never keeps what PostgreSQL cannot store, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(mention()), 'author', 'extra', 'url'), fc.anything()),
        (given) => {
          const check = checkMention(mention(given), now);
          if (!check.ok) return check.field !== '' && check.reason !== '';
          return !/\0|\p{Surrogate}/u.test(
            Object.values(check.mention)
              .filter((value) => typeof value === 'string')
              .join(' '),
          );
        },
      ),
    );
  });
});
