import { z } from 'zod';

/** Longest time back for which the stream is asked to repeat what was said: reading and its checks cover what is older. */
const LONGEST_BACK_MS = 3_600_000;
const OVERLAP_MS = 5000;

/** What is read of an event (github.com/bluesky-social/jetstream); events of accounts and identities have no commit. */
const eventSchema = z.object({
  did: z.string().min(1),
  time_us: z.number().int().nonnegative(),
  commit: z
    .object({
      operation: z.string(),
      collection: z.string(),
      rkey: z.string().min(1),
      record: z.unknown().optional(),
    })
    .nullish(),
});

export interface PostEvent {
  /** Microseconds since 1970, by the stream's clock. */
  timeUs: number;
  /** Null where the event is not of a post. */
  post: { did: string; uri: string; deleted: boolean; updated: boolean; record: PostRecord } | null;
}

/** What is needed in order to see whether a post concerns us; whatever of it is not as it should be is not there. */
const recordSchema = z.object({
  text: z.string().catch(''),
  reply: z
    .object({ root: z.object({ uri: z.string() }), parent: z.object({ uri: z.string() }) })
    .nullish()
    .catch(null),
  facets: z
    .array(z.object({ features: z.array(z.object({ did: z.string().optional().catch(undefined) })) }))
    .nullish()
    .catch(null),
  embed: z
    .object({
      record: z.object({
        uri: z.string().optional().catch(undefined),
        record: z
          .object({ uri: z.string().optional().catch(undefined) })
          .nullish()
          .catch(null),
      }),
    })
    .nullish()
    .catch(null),
});
export type PostRecord = z.infer<typeof recordSchema>;

const NOTHING = recordSchema.parse({});
const COLLECTION = 'app.bsky.feed.post';

/** Null for what is no event at all. */
export function postEvent(message: string): PostEvent | null {
  const event = eventSchema.safeParse(parsed(message)).data;
  if (!event) return null;
  const { did, time_us: timeUs, commit } = event;
  if (commit?.collection !== COLLECTION) return { timeUs, post: null };
  return {
    timeUs,
    post: {
      did,
      uri: `at://${did}/${COLLECTION}/${commit.rkey}`,
      deleted: commit.operation === 'delete',
      updated: commit.operation === 'update',
      record: recordSchema.safeParse(commit.record).data ?? NOTHING,
    },
  };
}

/** Whether a post names, answers or quotes an account: what the network would notify it of. */
export function concerns(record: PostRecord, did: string): boolean {
  const own = (uri: string | undefined) => uri?.startsWith(`at://${did}/`) === true;
  const { reply, facets, embed } = record;
  return (
    own(reply?.parent.uri) ||
    own(reply?.root.uri) ||
    own(embed?.record.uri) ||
    own(embed?.record.record?.uri) ||
    (facets ?? []).some(({ features }) => features.some((feature) => feature.did === did))
  );
}

/**
 * The words and phrases of a search of Bluesky that have to stand in the text of a post, in small letters. Its filters
 * (`from:`, `lang:`, `since:`, …) and what it leaves out are for the search itself to judge.
 */
export function wordsOf(search: string): string[] {
  const parts = search.matchAll(/(-?)"([^"]+)"|(\S+)/g);
  return [...parts].flatMap(([, minus, phrase, word]) => {
    const said = (phrase ?? word ?? '').trim().toLowerCase();
    const filters = word !== undefined && (/^-/.test(said) || /^[a-z]+:[^/]/.test(said));
    return minus || filters || !/[\p{L}\p{N}]/u.test(said) ? [] : [said];
  });
}

/** Whether all of these stand in the text, whatever the case. The search knows word forms too, this does not. */
export function holdsAll(words: readonly string[], { text }: PostRecord): boolean {
  const said = text.toLowerCase();
  return words.every((word) => said.includes(word));
}

/** From where to ask again: a little before what was stored, not too far back, and never from a time that is to come. */
export function cursorFrom(mark: string | null, now: Date): string | null {
  if (mark === null || !/^\d{1,16}$/.test(mark)) return null;
  const from = Math.min(Number(mark) / 1000, now.getTime()) - OVERLAP_MS;
  return String(Math.trunc(Math.max(from, now.getTime() - LONGEST_BACK_MS) * 1000));
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message) as unknown;
  } catch {
    return null;
  }
}
