import { useEffect, useSyncExternalStore } from 'react';
import type { LiveEvent, LiveEventType } from '#platform/contract';

/** `live`: events arrive. `reconnecting`: the browser is trying again. `offline`: no network. `off`: not started. */
export type LiveState = 'live' | 'reconnecting' | 'offline' | 'off';
/** `reset`: too much was missed to replay; everything on screen must be read afresh. */
export type LiveSignal = LiveEvent | { type: 'reset' };
type SignalOf<T extends LiveEventType | 'reset'> = Extract<LiveSignal, { type: T }>;

const signalListeners = new Set<(signal: LiveSignal) => void>();
const stateListeners = new Set<() => void>();
let state: LiveState = 'off';
let stream: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
/** After an error that the browser does not repair by itself. */
const RETRY_MS = 5000;

/** Opens the one connection of this page; returns how to close it. */
export function followLive(): () => void {
  connect();
  addEventListener('offline', tellOffline);
  addEventListener('online', connect);
  return () => {
    removeEventListener('offline', tellOffline);
    removeEventListener('online', connect);
    disconnect();
    setState('off');
  };
}

/** Calls `listener` for every signal of the given types. */
export function onLive<T extends LiveEventType | 'reset'>(
  types: readonly T[],
  listener: (signal: SignalOf<T>) => void,
): () => void {
  const hear = (signal: LiveSignal) => {
    if ((types as readonly string[]).includes(signal.type)) listener(signal as SignalOf<T>);
  };
  signalListeners.add(hear);
  return () => signalListeners.delete(hear);
}

/** `types` and `listener` should be stable (a constant, a useCallback), or the subscription is made anew. */
export function useLive<T extends LiveEventType | 'reset'>(
  types: readonly T[],
  listener: (signal: SignalOf<T>) => void,
): void {
  useEffect(() => onLive(types, listener), [types, listener]);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => state,
  );
}

function connect(): void {
  disconnect();
  if (!navigator.onLine) {
    setState('offline');
    return;
  }
  setState('reconnecting');
  stream = new EventSource('/api/events');
  stream.onopen = () => setState('live');
  stream.onmessage = (message: MessageEvent<string>) => tell(JSON.parse(message.data) as LiveEvent);
  stream.addEventListener('reset', () => tell({ type: 'reset' }));
  stream.onerror = () => {
    setState(navigator.onLine ? 'reconnecting' : 'offline');
    // A closed stream has forgotten its last event id: what was missed is unknown.
    if (stream?.readyState === EventSource.CLOSED) {
      retry = setTimeout(() => {
        connect();
        tell({ type: 'reset' });
      }, RETRY_MS);
    }
  };
}

function disconnect(): void {
  clearTimeout(retry);
  stream?.close();
  stream = undefined;
}

function tellOffline(): void {
  setState('offline');
}

function tell(signal: LiveSignal): void {
  for (const listener of signalListeners) listener(signal);
}

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of stateListeners) listener();
}
