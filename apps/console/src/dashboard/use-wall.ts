import { useEffect, useState } from 'react';
import { readWall } from '#contract/dashboard';
import type { ResponseOf } from '#platform/contract';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/client.js';

export type WallView = ResponseOf<typeof readWall>;

interface Wall {
  view: WallView | null;
  /** When `view` was read, by the clock of this screen. */
  readAt: number | null;
  /** Nothing has come for longer than it should. */
  stopped: boolean;
  /** The secret opens nothing, or no more. */
  shut: boolean;
}

const READ_EVERY_MS = 2000;
/** So many turns without an answer are told. */
const STOPPED_AFTER_MS = 10_000;

/** What the wall shows, read every two seconds; a screen that is shut forgets what it showed. */
export function useWall(token: string): Wall {
  const [wall, setWall] = useState<Wall>({ view: null, readAt: null, stopped: false, shut: false });
  useEffect(() => {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Date.now();
    const read = async () => {
      try {
        const signal = AbortSignal.any([end.signal, AbortSignal.timeout(STOPPED_AFTER_MS)]);
        const view = await call(readWall, { body: { token } }, { signal });
        last = Date.now();
        if (!end.signal.aborted) setWall({ view, readAt: last, stopped: false, shut: false });
      } catch (error) {
        if (end.signal.aborted) return;
        const refused = error instanceof ApiProblem && (error.status === 401 || error.status === 422);
        if (refused) setWall({ view: null, readAt: null, stopped: false, shut: true });
        else if (Date.now() - last > STOPPED_AFTER_MS) setWall((before) => ({ ...before, stopped: true }));
      }
      if (!end.signal.aborted) timer = setTimeout(() => void read(), READ_EVERY_MS);
    };
    void read();
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, [token]);
  return wall;
}
