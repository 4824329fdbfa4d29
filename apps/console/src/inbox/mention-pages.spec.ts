import { describe, expect, it } from '@jest/globals';
import type { MentionSummary } from '#contract/mentions';
import {
  comesFirst,
  inOrder,
  mergeHead,
  type MentionPage,
  moved,
  patchMentions,
  unseen,
  withoutMentions,
} from './mention-pages.js';

function mention(id: number, more: Partial<MentionSummary> = {}): MentionSummary {
  return {
    id: String(id),
    realm: 'live',
    network: 'x',
    sourceId: null,
    externalId: `x${id}`,
    url: null,
    author: { handle: 'ana', name: 'Ana', followers: 1, url: null },
    text: 'Bonjour',
    publishedAt: new Date(Date.UTC(2026, 10, 24, 0, id)).toISOString(),
    receivedAt: '2026-11-24T10:00:00.000Z',
    state: 'new',
    level: 0,
    severity: 0,
    language: 'fr',
    languageKnown: true,
    sentiment: 'neutral',
    intent: 'neutral',
    harm: 'none',
    mainReason: null,
    topicIds: [],
    assignee: null,
    hasMedia: false,
    erased: false,
    wording: 0,
    version: 1,
    request: null,
    ...more,
  };
}
const page = (ids: number[], next: string | null = 'more'): MentionPage => ({
  items: ids.map((id) => mention(id)),
  next,
});
const idsOf = (pages: MentionPage[]) => pages.flatMap(({ items }) => items.map(({ id }) => Number(id)));

describe('a list that is kept up to date', () => {
  it('puts new mentions at the top, and keeps what is below', () => {
    const merged = mergeHead([page([8, 7]), page([6, 5], null)], page([10, 9, 8]), 'newest');
    expect(idsOf(merged)).toEqual([10, 9, 8, 7, 6, 5]);
    expect(merged.map(({ next }) => next)).toEqual(['more', null]);
  });

  it('gives known mentions their present state', () => {
    const head: MentionPage = { items: [mention(8, { state: 'escalated', version: 4 })], next: 'more' };
    expect(mergeHead([page([8, 7])], head, 'newest')[0]?.items[0]?.state).toBe('escalated');
  });

  it('begins anew when a gap may lie between what is new and what was shown', () => {
    expect(idsOf(mergeHead([page([3, 2])], page([10, 9, 8]), 'newest'))).toEqual([10, 9, 8]);
  });

  it('keeps everything when the head is the whole list', () => {
    expect(idsOf(mergeHead([page([], null)], page([2, 1], null), 'newest'))).toEqual([2, 1]);
  });

  it('puts an urgent mention above milder ones that are newer', () => {
    const shown: MentionPage = { items: [mention(5, { level: 3 }), mention(9), mention(8)], next: null };
    const head: MentionPage = {
      items: [mention(5, { level: 3 }), mention(6, { level: 2 }), mention(9)],
      next: null,
    };
    expect(idsOf(mergeHead([shown], head, 'urgent'))).toEqual([5, 6, 9, 8]);
  });

  it('counts what it does not show yet', () => {
    expect(unseen([page([3, 2])], page([4, 3]).items).map(({ id }) => id)).toEqual(['4']);
  });

  it('loses only what was decided', () => {
    expect(idsOf(withoutMentions([page([4, 3]), page([2])], new Set(['3', '9'])))).toEqual([4, 2]);
  });

  it('leaves untouched pages as they are, so that nothing else is drawn again', () => {
    const pages = [page([4]), page([3])];
    const patched = patchMentions(pages, (one) =>
      one.id === '3' ? { ...one, state: 'answered' } : undefined,
    );
    expect(patched[0]).toBe(pages[0]);
    expect(patched[1]?.items[0]?.state).toBe('answered');
  });

  it('orders ids as numbers where the times are the same', () => {
    const publishedAt = '2026-11-24T00:00:00.000Z';
    expect(inOrder(mention(10, { publishedAt }), mention(9, { publishedAt }), 'newest')).toBe(true);
    expect(inOrder(mention(10, { publishedAt }), mention(9, { publishedAt }), 'oldest')).toBe(false);
  });
});

describe('a mention whose asked answer is ready', () => {
  const ready = { id: '7', state: 'ready', standing: 'attached' } as const;

  it('comes to the top, wherever it stood, and leaves it again when it is answered', () => {
    const loaded = [page([9, 8]), page([3, 2])];
    const top = { items: [mention(3, { request: ready }), mention(9), mention(8)], next: 'more' };
    expect(moved(loaded, top.items).map(({ id }) => id)).toEqual(['3']);
    const merged = mergeHead(loaded, top, 'newest');
    expect(idsOf(merged)).toEqual([3, 9, 8, 2]);
    expect(moved(merged, top.items)).toEqual([]);
    const answered = {
      items: [mention(9), mention(8), mention(3, { request: ready, state: 'answered' })],
      next: 'more',
    };
    expect(idsOf(mergeHead(merged, answered, 'newest'))).toEqual([9, 8, 3, 2]);
  });

  it('stands before all others in every order, but not while it is only proposed to', () => {
    const first = mention(1, { request: ready });
    for (const sort of ['newest', 'oldest', 'urgent'] as const) {
      expect(inOrder(first, mention(5, { level: 4 }), sort)).toBe(true);
      expect(inOrder(mention(0, { level: 4 }), first, sort)).toBe(false);
    }
    expect(comesFirst(mention(1, { request: { ...ready, standing: 'proposed' } }))).toBe(false);
  });
});
