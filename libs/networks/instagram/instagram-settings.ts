import { z } from 'zod';
import type { ConnectForm } from '#contract/networks';
import { needsTerm } from '../connect-settings.js';
import { META_FIELDS, META_FORM } from '../meta/meta-settings.js';

const WATCHES = ['mentions', 'hashtag'] as const;

export const instagramSettings = z
  .object({
    ...META_FIELDS,
    watch: z.enum(WATCHES).default('mentions'),
    /** The hashtag. */
    term: z
      .string()
      .trim()
      .max(100)
      .transform((given) => given.replace(/^#/, ''))
      .optional(),
  })
  .strict()
  .superRefine(needsTerm(['hashtag']))
  .superRefine(({ watch, term }, context) => {
    // Emoji are not taken, and words of several parts are none.
    if (watch === 'hashtag' && term && !/^[\p{L}\p{M}\p{N}_]+$/u.test(term)) {
      context.addIssue({ code: 'custom', path: ['term'], message: 'is not a single hashtag' });
    }
  });

export function watchesHashtag(settings: Record<string, unknown>): boolean {
  return instagramSettings.parse(settings).watch === 'hashtag';
}

export const INSTAGRAM_FORM: ConnectForm = {
  ...META_FORM,
  watches: [...WATCHES],
  fields: [
    { name: 'term', kind: 'text', required: true, watches: ['hashtag'], usual: null },
    ...META_FORM.fields,
  ],
};
