import { describe, expect, it } from '@jest/globals';
import type { ConnectForm } from '#contract/networks';
import { fieldsFor, isComplete, newDraft, requestOf } from './connect-draft.js';

const FORM: ConnectForm = {
  watches: ['mentions', 'hashtag'],
  everySeconds: 60,
  fields: [
    { name: 'server', kind: 'url', required: true, watches: null, usual: 'https://a.example' },
    { name: 'term', kind: 'text', required: true, watches: ['hashtag'], usual: null },
    { name: 'identifier', kind: 'text', required: true, watches: null, usual: null },
    { name: 'token', kind: 'secret', required: true, watches: null, usual: null },
    { name: 'allowPrivateAddress', kind: 'flag', required: false, watches: null, usual: null },
  ],
};

describe('the form that connects a network', () => {
  it('begins with what is usual, and asks for what belongs to what is watched', () => {
    expect(newDraft(FORM)).toMatchObject({
      server: 'https://a.example',
      term: '',
      allowPrivateAddress: false,
    });
    expect(fieldsFor(FORM, 'mentions').map(({ name }) => name)).not.toContain('term');
    expect(fieldsFor(FORM, 'hashtag').map(({ name }) => name)).toContain('term');
  });

  it('keeps apart what anybody may see and what opens the network', () => {
    const draft = { ...newDraft(FORM), term: ' lumen ', identifier: 'lumen', token: ' s ' };
    expect(requestOf(FORM, 'hashtag', draft)).toEqual({
      settings: { watch: 'hashtag', server: 'https://a.example', term: 'lumen', allowPrivateAddress: false },
      credentials: { identifier: 'lumen', token: 's' },
    });
    expect(requestOf(FORM, 'mentions', draft).settings).not.toHaveProperty('term');
  });

  it('is complete when nothing that is needed is missing', () => {
    const draft = { ...newDraft(FORM), identifier: 'lumen', token: 's' };
    expect(isComplete(FORM, 'mentions', draft)).toBe(true);
    expect(isComplete(FORM, 'hashtag', draft)).toBe(false);
    expect(isComplete(FORM, 'mentions', { ...draft, token: '  ' })).toBe(false);
  });
});
