import { type RefObject, useEffect } from 'react';

/** j and k move the focus from row to row of a list, by the link in each; Enter then opens it. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, [role="dialog"], [role="listbox"]')
      )
        return;
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
      if (step === 0 || links.length === 0) return;
      const at = links.indexOf(document.activeElement as HTMLElement);
      links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list]);
}
