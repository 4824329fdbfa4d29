import { useEffect, useRef } from 'react';
import { isTyping } from '../inbox/shortcuts.js';

/** Keys 1 to 9 choose from a list, unless one is typing, or in a dialog that the list does not stand in. */
export function useNumberKeys(
  count: number,
  choose: (index: number) => void,
  inDialog: boolean = false,
): void {
  const current = useRef({ count, choose });
  useEffect(() => {
    current.current = { count, choose };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof HTMLElement) {
        const type = target instanceof HTMLInputElement ? target.type : undefined;
        const role = target.getAttribute('role') ?? undefined;
        if (
          isTyping({
            tag: target.tagName.toLowerCase(),
            type,
            role,
            editable: target.isContentEditable,
            inOverlay: false,
          })
        )
          return;
        if (target.closest(inDialog ? '[role="menu"]' : '[role="dialog"], [role="menu"]')) return;
      }
      const index = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
      if (index < 0 || index >= current.current.count) return;
      event.preventDefault();
      current.current.choose(index);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [inDialog]);
}
