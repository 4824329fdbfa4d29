import { describe, expect, it } from '@jest/globals';
import { mainReason } from './mention-summary.js';

const reason = (part: string, weight: number) => ({ part, code: 'c', weight });

describe('the main reason of a level', () => {
  it('is the one that weighed most', () => {
    expect(mainReason([reason('language', 0), reason('sentiment', 5), reason('harm', 30)])).toEqual(
      reason('harm', 30),
    );
  });
  it('is what the author wants where nothing weighed', () => {
    expect(mainReason([reason('language', 0), reason('intent', 0)])).toEqual(reason('intent', 0));
  });
  it('is none without reasons', () => {
    expect(mainReason([])).toBeNull();
  });
});
