import type { contribute } from '#contract/workshops';
import type { InputOf } from '#platform/contract';

/** Something written that has not been taken yet; its key makes sending it again harmless. */
export type Waiting = InputOf<typeof contribute>['body'];

/** What is kept in this browser, so that closing the page loses nothing. */
export interface Outbox {
  read: () => readonly Waiting[];
  add: (item: Waiting) => void;
  remove: (key: string) => void;
}

/** Every change reads what is stored first: two tabs share one queue. */
export function outboxIn(storage: Pick<Storage, 'getItem' | 'setItem'>, workshopId: string): Outbox {
  const name = `passerelle.workshop.${workshopId}.waiting`;
  const read = (): Waiting[] => {
    try {
      const stored: unknown = JSON.parse(storage.getItem(name) ?? '[]');
      return Array.isArray(stored) ? (stored as Waiting[]) : [];
    } catch {
      return [];
    }
  };
  const write = (items: readonly Waiting[]) => storage.setItem(name, JSON.stringify(items));
  return {
    read,
    add: (item) => write([...read(), item]),
    remove: (key) => write(read().filter((item) => item.key !== key)),
  };
}

/** What becomes of something after a try to send it. */
export type Fate = 'sent' | 'refused' | 'wait';

/** Sends in the order of writing; stops at the first that has to wait. */
export async function sendAll(
  outbox: Outbox,
  send: (item: Waiting) => Promise<Fate>,
): Promise<{ refused: Waiting[]; waits: boolean }> {
  const refused: Waiting[] = [];
  // Read anew each time: more may have been written meanwhile.
  for (let item = outbox.read()[0]; item; item = outbox.read()[0]) {
    const fate = await send(item);
    if (fate === 'wait') return { refused, waits: true };
    outbox.remove(item.key);
    if (fate === 'refused') refused.push(item);
  }
  return { refused, waits: false };
}
