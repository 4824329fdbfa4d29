import { useEffect } from 'react';
import { announcePresence } from '#contract/mentions';
import { call } from '../api/client.js';
import { setPresence } from './presence-store.js';

const REPEAT_MS = 15_000;
/** Who only passes by with j and k is not announced. */
const SETTLE_MS = 500;

/** Tells colleagues that one looks at the mention, or answers it, until one leaves. */
export function useAnnouncePresence(mentionId: string, activity: 'viewing' | 'answering'): void {
  useEffect(() => {
    let announced = false;
    const tell = (now: 'viewing' | 'answering' | 'left', keepalive = false) =>
      call(announcePresence, { params: { mentionId }, body: { activity: now } }, { keepalive })
        .then(({ presence }) => setPresence(mentionId, presence))
        // Presence is a courtesy: without it everything else still works.
        .catch(() => undefined);
    const announce = () => {
      announced = true;
      void tell(activity);
    };
    const leave = () => {
      if (announced) void tell('left', true);
      announced = false;
    };
    const settle = setTimeout(announce, SETTLE_MS);
    const repeat = setInterval(announce, REPEAT_MS);
    addEventListener('pagehide', leave);
    return () => {
      clearTimeout(settle);
      clearInterval(repeat);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [mentionId, activity]);
}
