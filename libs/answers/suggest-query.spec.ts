import { describe, expect, it } from '@jest/globals';
import { FLOOR, rarity, score, searchWords, withoutTail, wordsOf } from './suggest-query.js';

describe('the words of a post', () => {
  it('are each taken once, as written, without links, accounts and bare numbers', () => {
    expect(
      wordsOf('@lumen Mon Colis, mon colis 12 ! https://a.example/colis-perdu L’été #Remboursement'),
    ).toEqual(['Mon', 'Colis', 'été', 'Remboursement']);
  });

  it('are not endless', () => {
    const text = Array.from({ length: 500 }, (_, index) => `mot${index}`).join(' ');
    expect(wordsOf(text)).toHaveLength(60);
  });

  it('typed into a search hold nothing that a query would read as an operator', () => {
    expect(searchWords(`colis & !perdu:* 'a' \\ (b|c)`)).toEqual(['colis', 'perdu', 'a', 'b', 'c']);
  });
});

describe('the figure of a suggestion', () => {
  it('counts a rare word in full and a word of every answer for next to nothing', () => {
    expect(rarity(1, 30)).toBe(1);
    expect(rarity(5, 30)).toBeCloseTo(0.53, 2);
    expect(rarity(30, 30)).toBeLessThan(0.01);
    expect(rarity(1, 1)).toBe(1);
  });

  it('leaves out, beside a good fit, what is far below it', () => {
    const scores = [0.5, 2, 0.79, 0.8].map((figure) => ({ score: figure }));
    expect(withoutTail(scores).map((suggestion) => suggestion.score)).toEqual([2, 0.8]);
    expect(withoutTail([])).toEqual([]);
  });

  it('is nothing below the floor, whatever topic and habit say', () => {
    expect(score({ words: FLOOR - 0.01, topicMatches: true, timesUsed: 1000 })).toBeNull();
    expect(score({ words: FLOOR, topicMatches: false, timesUsed: 0 })).toBe(FLOOR);
  });

  it('rises with the topic and, a little, with use', () => {
    const plain = score({ words: 1, topicMatches: false, timesUsed: 0 }) ?? 0;
    const used = score({ words: 1, topicMatches: false, timesUsed: 100_000 }) ?? 0;
    const onTopic = score({ words: 1, topicMatches: true, timesUsed: 0 }) ?? 0;
    expect(used).toBeGreaterThan(plain);
    expect(used).toBeLessThanOrEqual(1.2);
    expect(onTopic).toBeGreaterThan(used);
  });
});
