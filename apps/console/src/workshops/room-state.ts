import type { Cluster, Hall, Item, RoomPatch } from '#contract/workshops';

/** A room as a screen knows it. */
export interface RoomView {
  hall: Hall;
  items: readonly Item[];
  clusters: readonly Cluster[];
}

/** The room after a change; null until all of it has come. */
export function patched(view: RoomView | null, patch: RoomPatch): RoomView | null {
  if (patch.whole) {
    if (!patch.hall) return view;
    return { hall: patch.hall, items: inOrder(patch.items ?? []), clusters: patch.clusters ?? [] };
  }
  if (!view) return null;
  const replaced = new Set([...(patch.gone ?? []), ...(patch.items ?? []).map(({ id }) => id)]);
  return {
    hall: patch.hall ?? view.hall,
    clusters: patch.clusters ?? view.clusters,
    items:
      replaced.size === 0
        ? view.items
        : inOrder([...view.items.filter(({ id }) => !replaced.has(id)), ...(patch.items ?? [])]),
  };
}

/** By age, which their numbers follow. */
function inOrder(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => Number(a.id) - Number(b.id));
}
