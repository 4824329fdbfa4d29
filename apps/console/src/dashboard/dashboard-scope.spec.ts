import { describe, expect, it } from '@jest/globals';
import { figureAddress, printScope, readScope } from './dashboard-scope.js';

const range = { from: '2026-03-01T10:00:00.000Z', to: '2026-03-02T10:00:00.000Z' };

describe('the address of the dashboard', () => {
  it('says the whole scope and is read back', () => {
    const address = 'span=7d&topicId=12&network=x%2Cfeed&language=fr';
    expect(printScope(readScope(new URLSearchParams(address), 'live')).toString()).toBe(address);
  });

  it('leaves out what makes no sense', () => {
    const scope = readScope(
      new URLSearchParams('span=century&topicId=abc&network=X!&from=yesterday'),
      'live',
    );
    expect(scope).toEqual({ realm: 'live', span: '24h', topicId: undefined, network: [], language: [] });
  });

  it('leads from a figure to what it counts, with the bounds and filters it was counted under', () => {
    const scope = readScope(new URLSearchParams('topicId=12&network=x'), 'live');
    const parts = (address: string) => Object.fromEntries(new URL(address, 'http://x').searchParams);
    expect(parts(figureAddress('negativeShare', scope, range))).toEqual({
      ...range,
      ...{ topicId: '12', network: 'x', state: 'all', sentiment: 'negative' },
    });
    expect(parts(figureAddress('backlog', scope, range))).toEqual({ topicId: '12', network: 'x' });
    expect(parts(figureAddress('escalationsOverdue', scope, range))).toEqual({
      ...{ measure: 'overdue', realm: 'live', topicId: '12' },
    });
    expect(parts(figureAddress('fromLibrary', scope, range))).toEqual({
      ...range,
      ...{ topicId: '12', network: 'x', measure: 'library' },
    });
  });
});
