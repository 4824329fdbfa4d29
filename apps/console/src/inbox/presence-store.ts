import { useSyncExternalStore } from 'react';
import type { Presence } from '#contract/mentions';
import { onLive } from '../api/live.js';

const NOBODY: readonly Presence[] = [];
const present = new Map<string, readonly Presence[]>();
const listeners = new Set<() => void>();
let stopLive: (() => void) | undefined;

/** Who is at a mention now, oneself included. */
export function usePresence(mentionId: string): readonly Presence[] {
  return useSyncExternalStore(subscribe, () => present.get(mentionId) ?? NOBODY);
}

/** Takes over what an answer of the API said. */
export function setPresence(mentionId: string, people: readonly Presence[]): void {
  if (people.length === 0) present.delete(mentionId);
  else present.set(mentionId, people);
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stopLive ??= onLive(['presence.changed'], ({ mentionId, presence }) => setPresence(mentionId, presence));
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopLive?.();
    stopLive = undefined;
  };
}
