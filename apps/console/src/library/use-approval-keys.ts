import { type RefObject, useEffect, useRef } from 'react';

interface ApprovalKeys {
  /** Around the comment and the buttons: for each department refusal, then approval. Keys are for the first. */
  decision: RefObject<HTMLElement | null>;
  onMove: (step: number) => void;
  /** Turns between what changed and the whole text. */
  onDifference: () => void;
}

/**
 * j and k move, n goes on; d turns between difference and whole; a approves; f refuses, or goes to the comment while
 * there is none. Keys press the buttons that stand on the page, so that they can do nothing that the mouse cannot.
 */
export function useApprovalKeys(keys: ApprovalKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, [role="dialog"], [role="listbox"]')
      ) {
        return;
      }
      const { decision, onMove, onDifference } = current.current;
      if (event.key === 'j' || event.key === 'n') onMove(1);
      else if (event.key === 'k') onMove(-1);
      else if (event.key === 'd') onDifference();
      else if (event.key === 'a') buttonsOf(decision.current)[1]?.click();
      else if (event.key === 'f') refuse(decision.current);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function buttonsOf(decision: HTMLElement | null): HTMLButtonElement[] {
  return decision ? [...decision.querySelectorAll<HTMLButtonElement>('button')] : [];
}

function refuse(decision: HTMLElement | null) {
  const comment = decision?.querySelector<HTMLTextAreaElement>('textarea:not([aria-hidden])');
  if (comment && comment.value.trim() === '') comment.focus();
  else buttonsOf(decision)[0]?.click();
}
