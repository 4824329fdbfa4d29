import { useEffect, useRef } from 'react';
import { announcePresence } from '#contract/mentions';
import { call } from '../api/client.js';
import { setPresence } from './presence-store.js';

type Activity = 'viewing' | 'answering';

const REPEAT_MS = 15_000;
/** Who only passes by with j and k is not announced. */
const SETTLE_MS = 500;

/** Tells colleagues that one looks at the mention, or answers it, until one leaves. */
export function useAnnouncePresence(mentionId: string, activity: Activity): void {
  const visit = useRef<{ activity: Activity; announced: boolean }>({ activity, announced: false });

  useEffect(() => {
    const current = { activity: visit.current.activity, announced: false };
    visit.current = current;
    const announce = () => {
      current.announced = true;
      void tell(mentionId, current.activity);
    };
    const leave = () => {
      if (current.announced) void tell(mentionId, 'left');
      current.announced = false;
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
  }, [mentionId]);

  useEffect(() => {
    visit.current.activity = activity;
    if (visit.current.announced) void tell(mentionId, activity);
  }, [mentionId, activity]);
}

/** Presence is a courtesy: when it cannot be told, everything else still works. */
async function tell(mentionId: string, activity: Activity | 'left'): Promise<void> {
  try {
    const request = { params: { mentionId }, body: { activity } };
    const { presence } = await call(announcePresence, request, { keepalive: activity === 'left' });
    setPresence(mentionId, presence);
  } catch {
    setPresence(mentionId, []);
  }
}
