import { describe, expect, it } from '@jest/globals';
import { type KeyPress, type KeyTarget, resolveKey, SHORTCUTS } from './shortcuts.js';

const page: KeyTarget = { tag: 'body', editable: false, inOverlay: false };
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the keys of the inbox', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'open'],
    ['r', 'reply'],
    ['e', 'escalate'],
    ['n', 'noReply'],
    ['a', 'assign'],
    ['t', 'take'],
    ['x', 'select'],
    ['X', 'selectRange'],
    ['*', 'selectAll'],
    ['u', 'undo'],
    ['/', 'search'],
    ['?', 'help'],
  ])('%s means %s', (key, command) => expect(resolveKey(press(key), page, null)).toEqual({ command }));

  it('understands g then l, and t alone as taking', () => {
    expect(resolveKey(press('g'), page, null)).toEqual({ pending: 'g' });
    expect(resolveKey(press('l'), page, 'g')).toEqual({ command: 'goLibrary' });
    expect(resolveKey(press('t'), page, 'g')).toEqual({ command: 'goTopics' });
    expect(resolveKey(press('t'), page, null)).toEqual({ command: 'take' });
  });

  it.each([
    { tag: 'input', type: 'text' },
    { tag: 'input', type: 'search' },
    { tag: 'input' },
    { tag: 'textarea' },
    { tag: 'select' },
    { tag: 'div', editable: true },
    { tag: 'div', role: 'combobox' },
    { tag: 'li', inOverlay: true },
  ])('never fires while typing or in a dialog (%p)', (focus) => {
    for (const { keys } of SHORTCUTS) {
      for (const key of keys) expect(resolveKey(press(key), { ...page, ...focus }, null)).toBeNull();
    }
  });

  it('fires with the focus on a checkbox', () => {
    expect(resolveKey(press('j'), { ...page, tag: 'input', type: 'checkbox' }, null)).toEqual({
      command: 'next',
    });
  });

  it('leaves Enter to the button that has the focus', () => {
    expect(resolveKey(press('Enter'), { ...page, tag: 'button' }, null)).toBeNull();
    expect(resolveKey(press('j'), { ...page, tag: 'button' }, null)).toEqual({ command: 'next' });
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('leaves keys with %s to the browser', (modifier) => {
    expect(resolveKey(press('r', { [modifier]: true }), page, null)).toBeNull();
  });

  it('gives every key or pair one meaning', () => {
    const keys = SHORTCUTS.map((shortcut) => shortcut.keys.join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
