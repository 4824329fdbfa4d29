import { useCallback, useState } from 'react';

/** Which mentions are ticked for a decision on all of them. */
export function useSelection(ids: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);

  const toggle = useCallback((id: string) => {
    setAnchor(id);
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const toggleRange = useCallback(
    (id: string) => {
      setSelected((before) => new Set([...before, ...between(ids, anchor ?? id, id)]));
      setAnchor(id);
    },
    [anchor, ids],
  );
  const selectAll = useCallback(() => {
    setSelected((before) => (before.size === ids.length ? new Set() : new Set(ids)));
  }, [ids]);
  const clear = useCallback(() => setSelected(new Set()), []);
  const keepOnly = useCallback((kept: readonly string[]) => setSelected(new Set(kept)), []);
  return { selected, toggle, toggleRange, selectAll, clear, keepOnly };
}
export type Selection = ReturnType<typeof useSelection>;

/** The ids from one to the other, both included, whichever comes first. */
export function between(ids: readonly string[], from: string, to: string): string[] {
  const places = [ids.indexOf(from), ids.indexOf(to)].filter((place) => place >= 0);
  return places.length === 0 ? [] : ids.slice(Math.min(...places), Math.max(...places) + 1);
}
