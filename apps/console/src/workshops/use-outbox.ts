import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { contribute } from '#contract/workshops';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/client.js';
import { type Fate, outboxIn, sendAll, type Waiting } from './outbox.js';

const RETRY_MS = 5000;

export interface Refused {
  item: Waiting;
  error: unknown;
}

export interface Sent {
  key: string;
  /** Of the item that it became. */
  id: string;
  text: string;
}

/** What a participant writes: sent at once, kept while there is no connection, and sent when it is back. */
export function useOutbox(workshopId: string): {
  waiting: readonly Waiting[];
  /** What was taken last. */
  sent: Sent | null;
  /** What was refused, with the reason, in the order of writing; the text of the first goes back into the field. */
  refused: readonly Refused[];
  write: (item: Waiting) => void;
} {
  const outbox = useMemo(() => outboxIn(localStorage, workshopId), [workshopId]);
  const [waiting, setWaiting] = useState<readonly Waiting[]>(() => outbox.read());
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [sent, setSent] = useState<Sent | null>(null);
  const busy = useRef(false);

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      await sendAll(outbox, async (item): Promise<Fate> => {
        try {
          const { id } = await call(contribute, { params: { workshopId }, body: item });
          setSent({ key: item.key, id, text: item.text });
          return 'sent';
        } catch (error) {
          // A server that is starting again, or one that asks for a pause, is no refusal.
          if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429) return 'wait';
          setRefused((before) => [...before, { item, error }]);
          return 'refused';
        }
      });
    } finally {
      busy.current = false;
      setWaiting(outbox.read());
    }
  }, [outbox, workshopId]);

  useEffect(() => {
    void send();
    const again = () => void send();
    const timer = setInterval(() => {
      if (outbox.read().length > 0) void send();
    }, RETRY_MS);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [outbox, send]);

  const write = (item: Waiting) => {
    // The first was in the field, and has just been written anew.
    setRefused((before) => before.slice(1));
    outbox.add(item);
    setWaiting(outbox.read());
    void send();
  };
  return { waiting, sent, refused, write };
}
