import { useEffect, useRef, useState } from 'react';
import { previewLexicon } from '#contract/mentions';
import type { InputOf, ResponseOf } from '#platform/contract';
import { call } from '../api/client.js';

export type Change = ResponseOf<typeof previewLexicon>['changed'][number];
type Draft = Pick<InputOf<typeof previewLexicon>['body'], 'entryId' | 'draft'>;

/** Past mentions that are judged both ways before one saves. */
export const MOST_LOOKED_AT = 5000;
const PAGE = 500;

export interface Preview {
  state: 'idle' | 'running' | 'done' | 'failed';
  looked: number;
  changed: Change[];
  error: unknown;
}

const IDLE: Preview = { state: 'idle', looked: 0, changed: [], error: null };

/** Asks page by page, so that progress shows and nothing goes on once the dialog is closed or asked again. */
export function useLexiconPreview() {
  const [preview, setPreview] = useState(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (draft: Draft) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    let [looked, changed, cursor]: [number, Change[], string | null] = [0, [], null];
    setPreview({ ...IDLE, state: 'running' });
    try {
      do {
        const body = { ...draft, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
        const page: ResponseOf<typeof previewLexicon> = await call(
          previewLexicon,
          { body },
          { signal: mine.signal },
        );
        if (mine.signal.aborted) return;
        looked += page.looked;
        changed = [...changed, ...page.changed];
        cursor = looked >= MOST_LOOKED_AT ? null : page.next;
        setPreview({ state: cursor === null ? 'done' : 'running', looked, changed, error: null });
      } while (cursor !== null);
    } catch (error) {
      if (!mine.signal.aborted) setPreview({ state: 'failed', looked, changed, error });
    }
  };
  const clear = () => {
    running.current?.abort();
    setPreview(IDLE);
  };
  return { preview, run, clear };
}
