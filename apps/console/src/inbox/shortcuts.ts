/** What a key does in the inbox. */
export type InboxCommand =
  | 'next'
  | 'previous'
  | 'open'
  | 'close'
  | 'reply'
  | 'escalate'
  | 'noReply'
  | 'askAnswer'
  | 'assign'
  | 'take'
  | 'select'
  | 'selectRange'
  | 'selectAll'
  | 'undo'
  | 'search'
  | 'help'
  | 'goInbox'
  | 'goLibrary'
  | 'goRequests'
  | 'goTopics';

export interface Shortcut {
  command: InboxCommand;
  /** One key, or two pressed one after the other. */
  keys: readonly [string] | readonly [string, string];
}

/** Every shortcut, in the order of the help. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'next', keys: ['j'] },
  { command: 'previous', keys: ['k'] },
  { command: 'open', keys: ['Enter'] },
  { command: 'close', keys: ['Escape'] },
  { command: 'reply', keys: ['r'] },
  { command: 'escalate', keys: ['e'] },
  { command: 'noReply', keys: ['n'] },
  { command: 'askAnswer', keys: ['m'] },
  { command: 'assign', keys: ['a'] },
  { command: 'take', keys: ['t'] },
  { command: 'select', keys: ['x'] },
  { command: 'selectRange', keys: ['X'] },
  { command: 'selectAll', keys: ['*'] },
  { command: 'undo', keys: ['u'] },
  { command: 'search', keys: ['/'] },
  { command: 'goInbox', keys: ['g', 'i'] },
  { command: 'goLibrary', keys: ['g', 'l'] },
  { command: 'goRequests', keys: ['g', 'r'] },
  { command: 'goTopics', keys: ['g', 't'] },
  { command: 'help', keys: ['?'] },
];

/** A key press, of what the browser tells about it. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Where the keyboard focus is. */
export interface KeyTarget {
  /** Lower-case name of the element. */
  tag: string;
  type?: string;
  editable: boolean;
  role?: string;
  /** Inside a dialog or a menu, which have keys of their own. */
  inOverlay: boolean;
}

export type Resolution = { command: InboxCommand } | { pending: string } | null;

/**
 * What a key press means, given the first key of a pair pressed just before. Null: nothing of ours. Keys with Ctrl,
 * Alt or Meta belong to the browser; keys pressed while typing, or in a dialog, to what has the focus.
 */
export function resolveKey(press: KeyPress, target: KeyTarget, pending: string | null): Resolution {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (target.inOverlay || isTyping(target) || belongsToControl(press.key, target)) return null;
  if (pending !== null) {
    const pair = SHORTCUTS.find(({ keys }) => keys[0] === pending && keys[1] === press.key);
    if (pair) return { command: pair.command };
  }
  const single = SHORTCUTS.find(({ keys }) => keys.length === 1 && keys[0] === press.key);
  if (single) return { command: single.command };
  return SHORTCUTS.some(({ keys }) => keys.length === 2 && keys[0] === press.key)
    ? { pending: press.key }
    : null;
}

const TYPED_INTO = new Set(['input', 'textarea', 'select']);
const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);

export function isTyping({ tag, type, editable, role }: KeyTarget): boolean {
  if (editable || role === 'textbox' || role === 'combobox' || role === 'searchbox') return true;
  return TYPED_INTO.has(tag) && !(tag === 'input' && NOT_TYPED_INTO.has(type ?? ''));
}

/** Enter on a button or a link presses it. */
function belongsToControl(key: string, { tag, role }: KeyTarget): boolean {
  return key === 'Enter' && (tag === 'button' || tag === 'a' || role === 'button' || role === 'tab');
}
