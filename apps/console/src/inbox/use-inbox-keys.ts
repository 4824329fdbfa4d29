import { useEffect, useRef } from 'react';
import { type InboxCommand, type KeyTarget, resolveKey } from './shortcuts.js';

/** The second key of a pair must come within this time. */
const PAIR_MS = 1500;

/** Runs the command of each shortcut pressed; commands without a handler are left to the browser. */
export function useInboxKeys(handlers: Partial<Record<InboxCommand, () => void>>): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    let pending: { key: string; at: number } | null = null;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const first = pending && event.timeStamp - pending.at < PAIR_MS ? pending.key : null;
      pending = null;
      const resolved = resolveKey(event, targetOf(event.target), first);
      if (resolved === null) return;
      if ('pending' in resolved) {
        pending = { key: resolved.pending, at: event.timeStamp };
        return;
      }
      const run = current.current[resolved.command];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function targetOf(target: EventTarget | null): KeyTarget {
  if (!(target instanceof HTMLElement)) return { tag: 'body', editable: false, inOverlay: false };
  return {
    tag: target.tagName.toLowerCase(),
    type: target instanceof HTMLInputElement ? target.type : undefined,
    editable: target.isContentEditable,
    role: target.getAttribute('role') ?? undefined,
    inOverlay: target.closest('[role="dialog"], [role="menu"], .MuiPopover-root') !== null,
  };
}
