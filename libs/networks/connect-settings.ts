import { z } from 'zod';

/** The address of a network's server, with or without https:// before it; kept as its origin. */
export const serverAddress = z
  .string()
  .trim()
  .min(1, { error: 'is needed' })
  .max(300)
  .transform((given) => (/^https?:\/\//i.test(given) ? given : `https://${given}`))
  .refine((given) => URL.canParse(given) && !new URL(given).username, {
    error: 'is not the address of a server',
  })
  .transform((given) => new URL(given).origin);

/** Addresses inside the organisation's own network are reached only where somebody said so. */
export const allowPrivateAddress = z.boolean().default(false);

/** Refuses a setting that says what to watch but not whom or what. */
export function needsTerm<T extends { watch: string; term?: string | undefined }>(
  watches: readonly string[],
): (settings: T, context: z.RefinementCtx) => void {
  return ({ watch, term }, context) => {
    if (watches.includes(watch) && !term) {
      context.addIssue({
        code: 'custom',
        path: ['term'],
        message: 'is needed',
        params: { problem: 'required' },
      });
    }
  };
}

/** Ids with commas between. */
export const topicIds = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(?:\d{1,18}(?:,\d{1,18})*)?$/, { error: 'is not a list of topics' });

export const secret = z.string().trim().min(1, { error: 'is needed' }).max(4000);
