import { z } from 'zod';
import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { askX } from './x-api.js';
import { notListed } from './x-lists.js';
import { searchQuery, type XSettings } from './x-settings.js';

const PATH = 'tweets/search/stream/rules';
/** X allows so much for one rule. */
const LONGEST_RULE = 1024;

const rulesSchema = z.object({
  data: z
    .array(z.object({ id: z.string(), value: z.string(), tag: z.string().nullish() }))
    .nullish()
    .transform((rules) => rules ?? []),
});
const addedSchema = z.object({
  data: z.array(z.object({ id: z.string() })).nullish(),
  errors: z.array(z.looseObject({ title: z.string().optional(), detail: z.string().optional() })).nullish(),
});

/** What marks the rule of a source: those of others, in the same application, are never touched. */
export function ruleTag({ id }: Pick<SourceView, 'id'>): string {
  return `passerelle source ${id}`;
}

/** The rule that lets the stream bring what the source reads; its reposts are left out there too. */
export function streamRule(
  settings: Pick<XSettings, 'watch' | 'term'>,
  account: string | null,
): string | null {
  const query = searchQuery(settings);
  if (query !== null) return query;
  return account === null ? null : `@${account.replace(/^@/, '')} -is:retweet`;
}

/** Sees to it that the application has the one rule of this source, as it is now. Safe to repeat at any point. */
export async function keepRule(
  source: SourceView,
  rule: string,
  bearer: string,
  signal: AbortSignal,
): Promise<void> {
  if ([...rule].length > LONGEST_RULE) {
    throw new SourceNeedsAttention(
      'not-at-network',
      `the rule of the stream would be longer than the ${LONGEST_RULE} characters that X allows`,
    );
  }
  const tag = ruleTag(source);
  const ask = async (body?: Record<string, unknown>): Promise<unknown> => {
    const call = body ? { method: 'POST' as const, path: PATH, body, bearer } : { path: PATH, bearer };
    const answer = await askX(source, call, signal).catch((error: unknown) => {
      throw notListed(error, null);
    });
    return answer.json;
  };
  const ours = rulesSchema.parse(await ask()).data.filter((one) => one.tag === tag);
  const fitting = ours.find(({ value }) => value === rule);
  const ids = ours.filter((one) => one !== fitting).map(({ id }) => id);
  if (ids.length > 0) await ask({ delete: { ids } });
  if (fitting) return;
  const { data, errors } = addedSchema.parse(await ask({ add: [{ value: rule, tag }] }));
  if (data?.length) return;
  // Too many rules for the plan, or words that X does not take: the reading goes on without the stream.
  const words = errors?.map(({ title, detail }) => detail ?? title).find((one) => one !== undefined);
  throw new SourceNeedsAttention(
    'not-at-network',
    `X did not take the rule: ${words ?? 'it gives no reason'}`,
  );
}
