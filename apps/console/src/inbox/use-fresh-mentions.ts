import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { listMentions, type MentionSummary } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { call } from '../api/client.js';
import { useLive } from '../api/live.js';
import type { Sort } from './inbox-filter.js';
import { mergeHead, type MentionPage, moved, patchMentions, unseen } from './mention-pages.js';
import { usePeople } from './use-people.js';
import type { MentionListState } from './use-mention-list.js';

/** A burst of events reads the head of the list at most once in this time. */
const GATHER_MS = 1000;
const HEAD = 50;
const LIST_EVENTS = [
  'mentions.assessed',
  'mentions.reweighed',
  'mention.changed',
  'request.changed',
  'reset',
] as const;

interface FreshMentions {
  /** How many mentions wait above the list. */
  waiting: number;
  /** True when there may be more than were counted. */
  orMore: boolean;
  show: () => void;
}

/**
 * Keeps the list up to date: states change in place; new mentions are put in at once while the top is in sight, and
 * otherwise wait to be asked for, so that the list never jumps under the reader.
 */
export function useFreshMentions(
  list: MentionListState,
  { sort, realm, atTop }: { sort: Sort; realm: Realm; atTop: RefObject<boolean> },
): FreshMentions {
  const { pages, request, change, restart } = list;
  const people = usePeople();
  const [head, setHead] = useState<MentionPage | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ pages, sort });
  useEffect(() => {
    latest.current = { pages, sort };
  });

  useEffect(() => {
    setHead(null);
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [request]);

  const look = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      if (!latest.current.pages) return;
      call(listMentions, { query: { ...request.query, limit: HEAD } })
        .then((page) => {
          if (atTop.current) change((all) => mergeHead(all, page, latest.current.sort));
          else setHead(page);
        })
        // The next event, or the reader, tries again.
        .catch(() => undefined);
    }, GATHER_MS);
  }, [request, change, atTop]);

  useLive(
    LIST_EVENTS,
    useCallback(
      (signal) => {
        if (signal.type === 'reset') restart();
        else if (signal.type !== 'mention.changed') {
          if (signal.realm === realm) look();
        } else {
          change((all) => patchMentions(all, (mention) => withChange(mention, signal, nameIn(people))));
          look();
        }
      },
      [change, look, people, realm, restart],
    ),
  );

  const fresh = head && pages ? unseen(pages, head.items).length + moved(pages, head.items).length : 0;
  return {
    waiting: fresh,
    orMore: fresh === HEAD,
    show: useCallback(() => {
      if (head) change((all) => mergeHead(all, head, sort));
      setHead(null);
    }, [head, change, sort]),
  };
}

interface Change {
  mentionId: string;
  state: string;
  assigneeId: string | null;
  version: number;
}

function withChange(
  mention: MentionSummary,
  { mentionId, state, assigneeId, version }: Change,
  nameOf: (personId: string) => string,
): MentionSummary | undefined {
  if (mention.id !== mentionId || mention.version >= version) return undefined;
  const assignee =
    assigneeId === null
      ? null
      : mention.assignee?.id === assigneeId
        ? mention.assignee
        : { id: assigneeId, name: nameOf(assigneeId) };
  return { ...mention, state: state as MentionSummary['state'], assignee, version };
}

function nameIn(people: readonly { id: string; name: string }[]): (id: string) => string {
  return (id) => people.find((person) => person.id === id)?.name ?? '';
}
