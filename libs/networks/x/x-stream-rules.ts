import { z } from 'zod';
import type { KeptRule, SourceView } from '../connector.js';
import { askX } from './x-api.js';
import { bearerOf } from './x-application.js';
import { XRefused } from './x-failure.js';
import { notListed } from './x-lists.js';
import { searchQuery, xSettings } from './x-settings.js';

const PATH = 'tweets/search/stream/rules';
/** X gives so many rules at once. */
const PAGE = 1000;
const MOST_PAGES = 100;

const rulesSchema = z.object({
  data: z
    .array(z.object({ id: z.string(), value: z.string(), tag: z.string().nullish() }))
    .nullish()
    .transform((rules) => rules ?? []),
  meta: z.object({ next_token: z.string().nullish() }).nullish(),
});
type Rule = z.infer<typeof rulesSchema>['data'][number];

const addedSchema = z.object({
  data: z.array(z.object({ value: z.string().optional() })).nullish(),
  errors: z
    .array(
      z.looseObject({
        title: z.string().optional(),
        detail: z.string().optional(),
        value: z.string().optional(),
        details: z.array(z.string()).optional(),
      }),
    )
    .nullish(),
});

/** What marks a rule as ours, and whose it is: two sources may want the same rule, which X holds once. */
export function ruleTag(sourceIds: readonly string[]): string {
  return `passerelle source ${[...sourceIds].sort((one, other) => Number(one) - Number(other)).join(',')}`;
}

/** Whose rule it is, by its tag; none of ours: nobody's. */
export function ownersOf(tag: string | null | undefined): string[] {
  return /^passerelle source (\d+(?:,\d+)*)$/.exec(tag ?? '')?.[1]?.split(',') ?? [];
}

/** The rules that let the stream bring what a source reads; reposts are left out there too. */
export function rulesOf({ settings, account, following }: SourceView): string[] {
  const read = xSettings.parse(settings);
  if (read.watch === 'topics') return following?.rules ?? [];
  if (read.watch === 'list') return [];
  const query = searchQuery(read);
  if (query !== null) return [query];
  return account === null ? [] : [`@${account.replace(/^@/, '')} -is:retweet`];
}

/** Sees to it that the application has the rules of exactly these sources. Safe to repeat at any point. */
export async function keepRules(
  sources: readonly SourceView[],
  others: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, KeptRule[]>> {
  const [first] = sources;
  if (first === undefined) return new Map();
  const ask = await askingAs(first, signal);
  const wanted = wantedRules(sources);
  const known = new Set([...others, ...sources.map(({ id }) => id)]);
  try {
    const there = await listed(ask);
    const ours = there.filter(
      ({ tag }) => ownersOf(tag).length > 0 && ownersOf(tag).every((id) => known.has(id)),
    );
    const fitting = new Set<string>();
    const gone: string[] = [];
    for (const { id, value, tag } of ours) {
      if (wanted.get(value) === tag) fitting.add(value);
      else gone.push(id);
    }
    for (let from = 0; from < gone.length; from += PAGE) await removed(gone.slice(from, from + PAGE), ask);
    const missing = [...wanted].filter(([value]) => !fitting.has(value));
    const refused = await added(
      missing.map(([value, tag]) => ({ value, tag })),
      ask,
    );
    // Another worker may have added the very same rules meanwhile: X then calls them doubled.
    if (refused.size > 0) {
      for (const { value, tag } of await listed(ask)) if (wanted.get(value) === tag) refused.delete(value);
    }
    return new Map(
      sources.map((source) => [
        source.id,
        rulesOf(source).map((value) => ({ value, refused: refused.get(value) ?? null })),
      ]),
    );
  } catch (error) {
    throw notListed(error, null);
  }
}

/** Takes every rule away that is this source's, alone or with others of ours. Gives their number. */
export async function takeRulesAway(
  source: SourceView,
  ours: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const ask = await askingAs(source, signal);
  try {
    const left = (await listed(ask)).filter(({ tag }) => {
      const owners = ownersOf(tag);
      return owners.includes(source.id) && owners.every((id) => ours.includes(id));
    });
    const ids = left.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += PAGE) await removed(ids.slice(from, from + PAGE), ask);
    return ids.length;
  } catch (error) {
    throw notListed(error, null);
  }
}

/** Rules belong to the application, and are asked for in its name. */
async function askingAs(source: SourceView, signal: AbortSignal): Promise<Ask> {
  const bearer = await bearerOf(source, signal);
  return async (call) =>
    (await askX({ ...source, noteQuota: () => undefined }, { ...call, path: PATH, bearer }, signal)).json;
}

/** Each rule with its tag. The first rule of every source comes before the second of any: none takes all the room. */
function wantedRules(sources: readonly SourceView[]): Map<string, string> {
  const owners = new Map<string, string[]>();
  const lists = sources.map((source) => ({ id: source.id, rules: rulesOf(source) }));
  const most = Math.max(0, ...lists.map(({ rules }) => rules.length));
  for (let at = 0; at < most; at++) {
    for (const { id, rules } of lists) {
      const value = rules[at];
      if (value !== undefined) owners.set(value, [...(owners.get(value) ?? []), id]);
    }
  }
  return new Map([...owners].map(([value, ids]) => [value, ruleTag(ids)]));
}

type Ask = (call: {
  method?: 'POST';
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}) => Promise<unknown>;

async function listed(ask: Ask): Promise<Rule[]> {
  const rules: Rule[] = [];
  let next: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { data, meta } = rulesSchema.parse(
      await ask(next === null ? {} : { query: { pagination_token: next } }),
    );
    rules.push(...data);
    next = meta?.next_token || null;
    if (next === null) break;
  }
  return rules;
}

/** What is gone already, because another worker was faster, is as good as removed. */
async function removed(ids: readonly string[], ask: Ask): Promise<void> {
  await ask({ method: 'POST', body: { delete: { ids } } }).catch((error: unknown) => {
    if (!(error instanceof XRefused) || error.status !== 400) throw error;
  });
}

/**
 * Adds rules, and says why X does not take one. X may refuse a whole lot for one of them without naming it: then its halves
 * are tried, the first and more important one before the other.
 */
async function added(
  rules: readonly { value: string; tag: string }[],
  ask: Ask,
): Promise<Map<string, string>> {
  if (rules.length === 0) return new Map();
  if (rules.length > PAGE) return halves(rules, ask);
  let answer: z.infer<typeof addedSchema>;
  try {
    answer = addedSchema.parse(await ask({ method: 'POST', body: { add: rules } }));
  } catch (error) {
    if (!(error instanceof XRefused) || ![400, 409, 422].includes(error.status)) throw error;
    answer = { errors: [{ detail: error.message }] };
  }
  const done = answer.data?.length ?? 0;
  const faults = answer.errors ?? [];
  if (done === rules.length) return new Map();
  const named = new Map(
    faults.flatMap(({ value, details, detail, title }) =>
      value === undefined ? [] : [[value, details?.join('; ') ?? detail ?? title ?? NO_REASON]],
    ),
  );
  if (rules.length === 1) {
    const [fault] = faults;
    const reason = fault?.details?.join('; ') ?? fault?.detail ?? fault?.title ?? NO_REASON;
    return new Map(rules.map(({ value }) => [value, reason]));
  }
  // Only part was taken: it is in the list by now, so the rest is what is missing without the rules that were named.
  const taken = done > 0 ? new Set((await listed(ask)).map(({ value, tag }) => `${tag} ${value}`)) : NONE;
  const left = rules.filter(({ value, tag }) => !named.has(value) && !taken.has(`${tag} ${value}`));
  const progress = left.length < rules.length;
  const rest = await (progress ? added(left, ask) : halves(left, ask));
  const refused = new Map(rest);
  for (const { value, tag } of rules) {
    const reason = named.get(value);
    if (reason !== undefined && !taken.has(`${tag} ${value}`)) refused.set(value, reason);
  }
  return refused;
}

async function halves(
  rules: readonly { value: string; tag: string }[],
  ask: Ask,
): Promise<Map<string, string>> {
  const middle = Math.min(PAGE, Math.ceil(rules.length / 2));
  const first = await added(rules.slice(0, middle), ask);
  return new Map([...first, ...(await added(rules.slice(middle), ask))]);
}

const NO_REASON = 'it gives no reason';
const NONE: ReadonlySet<string> = new Set();
