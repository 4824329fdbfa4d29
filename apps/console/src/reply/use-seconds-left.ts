import { useEffect, useState } from 'react';

/** Whole seconds until an instant, counted down; 0 when it has passed or there is none. */
export function useSecondsLeft(instant: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const due = instant === null ? 0 : new Date(instant).getTime();
  const passed = due <= now;
  useEffect(() => {
    if (passed) return undefined;
    const tick = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(tick);
  }, [passed]);
  return Math.max(0, Math.ceil((due - now) / 1000));
}
