import { z } from 'zod';
import { endpoint, idSchema, instantSchema, networkSchema, realmSchema } from '#platform/contract';

export const SOURCE_STATES = ['active', 'paused', 'needs_attention'] as const;

/** One field of the form that connects a network. `secret` fields are sealed and never given back. */
const connectFieldSchema = z.object({
  name: z.string(),
  /** `topics`: a choice among the topics, as their ids with commas between; none chosen: all. */
  kind: z.enum(['text', 'url', 'secret', 'flag', 'topics']),
  required: z.boolean(),
  /** Only asked for when one of these is watched; null: always. */
  watches: z.array(z.string()).nullable(),
  /** What most people enter. */
  usual: z.string().nullable(),
  /** A setting that may be changed after connecting. */
  adjustable: z.boolean().optional(),
});
export type ConnectField = z.infer<typeof connectFieldSchema>;

const connectFormSchema = z.object({
  /** What can be watched there: mentions, a hashtag, a search, ... The setting `watch` takes one of them. */
  watches: z.array(z.string()),
  fields: z.array(connectFieldSchema),
  /** Seconds between two readings that suit the network's limits. */
  everySeconds: z.number().int(),
});
export type ConnectForm = z.infer<typeof connectFormSchema>;

/** The network tells of it where that is set up; known posts are looked at again in turn; or nobody notices. */
const noticedSchema = z.enum(['told', 'looked-up', 'none']);

export const networkCapabilitiesSchema = z
  .object({
    network: networkSchema,
    realm: realmSchema,
    /** Can be connected in this installation (some networks are only known by name, from imports). */
    connectable: z.boolean(),
    reply: z.boolean(),
    /** Takes posts of their own from here, not only answers. */
    post: z.boolean(),
    /** Longest reply and how it is counted. */
    length: z.object({
      limit: z.number().int(),
      rule: z.enum(['characters', 'graphemes', 'x-weighted', 'mastodon']),
    }),
    /** It tells of news by itself, where that is set up: on a live connection or by deliveries. */
    push: z.boolean(),
    /** How it shows that an author takes a post back, or changes it. */
    deletions: noticedSchema,
    edits: noticedSchema,
    /** A published reply can be taken down from here. */
    remove: z.boolean(),
    /** Posts of the past can be brought in. */
    backfill: z.boolean(),
    /** How a person connects it; null where that is not for people to do. */
    connect: connectFormSchema.nullable(),
  })
  .meta({ id: 'NetworkCapabilities' });
export type NetworkCapabilities = z.infer<typeof networkCapabilitiesSchema>;

/** What the network last said of how much may still be asked. */
export const quotaSchema = z.object({
  limit: z.number().int().nullable(),
  remaining: z.number().int(),
  resetsAt: instantSchema.nullable(),
});
export type Quota = z.infer<typeof quotaSchema>;

export const BACKFILL_STATES = ['running', 'done', 'failed', 'cancelled'] as const;

export const backfillSchema = z
  .object({
    id: idSchema,
    state: z.enum(BACKFILL_STATES),
    from: instantSchema,
    /** Publication of the oldest post seen so far. */
    reachedAt: instantSchema.nullable(),
    /** Share of the time span that has been read, 0 to 1. */
    progress: z.number(),
    read: z.number().int(),
    stored: z.number().int(),
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Backfill' });
export type Backfill = z.infer<typeof backfillSchema>;

export const sourceSchema = z
  .object({
    id: idSchema,
    network: networkSchema,
    realm: realmSchema,
    name: z.string(),
    settings: z.record(z.string(), z.unknown()),
    /** Whom the network takes us for; null where one reads without an account. */
    account: z.string().nullable(),
    /** When the access ends and has to be renewed; null where it holds for good. */
    accessUntil: instantSchema.nullable(),
    state: z.enum(SOURCE_STATES),
    /** In words, when it needs attention or the last pull failed. */
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
    /** Why the network does not deliver by itself, in its words; null where it does, or cannot. */
    deliveryProblem: z.string().nullable(),
    pullEverySeconds: z.number().int(),
    lastPullAt: instantSchema.nullable(),
    lastPullStored: z.number().int().nullable(),
    /** Null for a source that is paused, or that is delivered to. */
    nextPullAt: instantSchema.nullable(),
    /** Seconds from publication to storage of the newest post brought in. */
    lagSeconds: z.number().int().nullable(),
    quota: quotaSchema.nullable(),
    /** The connection on which the network tells of news by itself; null where there is none and none is tried. */
    live: z
      .object({
        /** Null while it does not stand. */
        since: instantSchema.nullable(),
        /** Null while it stands or is being made. */
        nextTryAt: instantSchema.nullable(),
        /** Why it broke or did not come about, in the network's words. */
        problem: z.string().nullable(),
      })
      .nullable(),
    /** The latest reading back in time. */
    backfill: backfillSchema.nullable(),
    mentions: z.number().int(),
    createdAt: instantSchema,
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof sourceSchema>;

export const listNetworks = endpoint({
  method: 'GET',
  path: '/api/networks',
  summary: 'Networks, what each can do, and how it is connected',
  tag: 'networks',
  access: 'signed-in',
  response: z.object({ items: z.array(networkCapabilitiesSchema) }),
});

export const listSources = endpoint({
  method: 'GET',
  path: '/api/sources',
  summary: 'Connected sources and their health',
  tag: 'networks',
  access: { anyOf: ['sources.read'] },
  response: z.object({ items: z.array(sourceSchema) }),
});

const settings = z.record(z.string().max(60), z.union([z.string().max(2000), z.boolean()]));
const credentials = z.record(z.string().max(60), z.string().min(1).max(4000));
const everySeconds = z.number().int().min(30).max(86_400);

/** What a live check may find, in this order of trying. */
const CHECK_PROBLEMS = [
  'network-not-connectable',
  'address-refused',
  'token-refused',
  'access-expired',
  'password-changed',
  'account-checkpoint',
  'app-removed',
  'rights-missing',
  'plan-spent',
  'account-locked',
  'not-at-network',
  'hashtag-limit',
  'comments-disabled',
  'quota-spent',
  'quota-kept-for-replies',
  'network-unreachable',
  'feed-unreachable',
  'robots-refused',
  'feed-unreadable',
  'hook-not-understood',
  'app-limit',
  'user-limit',
  'page-limit',
  'call-limit',
  'network-blocks',
];

/** What may be wrong with a source that was connected, or with the bringing in of its past. */
export const SOURCE_PROBLEMS = [
  ...CHECK_PROBLEMS,
  'retry-later',
  'quota-spread',
  'pull-failed',
  'items-refused',
  'no-connector',
];

export const trySource = endpoint({
  method: 'POST',
  path: '/api/sources/try',
  summary: 'Ask the network once and show what it holds, storing nothing',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  body: z.object({ network: networkSchema, settings, credentials: credentials.default({}) }),
  response: z.object({
    title: z.string().nullable(),
    /** Of a feed: RSS, Atom, RDF or JSON Feed. */
    format: z.string().nullable(),
    account: z.string().nullable(),
    items: z.array(
      z.object({ title: z.string(), url: z.string().nullable(), publishedAt: instantSchema.nullable() }),
    ),
    /** Items left out, with the field at fault. */
    refused: z.array(z.object({ item: z.number().int(), field: z.string(), reason: z.string() })),
    /** Of the address of a page that is no feed itself: the feeds that it names. */
    feeds: z.array(z.string()),
  }),
  problems: CHECK_PROBLEMS,
});

export const createSource = endpoint({
  method: 'POST',
  path: '/api/sources',
  summary: 'Connect a source; networks with an account are asked whether the access is good',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  body: z.object({
    network: networkSchema,
    name: z.string().trim().min(1).max(80),
    settings,
    credentials: credentials.default({}),
    pullEverySeconds: everySeconds.default(300),
  }),
  response: sourceSchema,
  status: 201,
  problems: [...CHECK_PROBLEMS, 'source-exists'],
});

export const changeSource = endpoint({
  method: 'PATCH',
  path: '/api/sources/{sourceId}',
  summary:
    'Rename, pause or resume a source, change how often it is read and its adjustable settings, or give it new access',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema }),
  body: z.object({
    name: z.string().trim().min(1).max(80).optional(),
    state: z.enum(['active', 'paused']).optional(),
    pullEverySeconds: everySeconds.optional(),
    /** Replaces the present access after a live check; it has to be that of the same account. */
    credentials: credentials.optional(),
    /** Of the settings those that may be changed after connecting; the others stay as they are. */
    settings: settings.optional(),
  }),
  response: sourceSchema,
  problems: ['source-not-found', 'other-account', 'not-adjustable', ...CHECK_PROBLEMS],
});

export const removeSource = endpoint({
  method: 'DELETE',
  path: '/api/sources/{sourceId}',
  summary: 'Disconnect a source, with or without what it brought in; its access is forgotten at once',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema }),
  query: z.object({
    /** `erase`: texts and authors of its mentions are erased; figures and decisions stay. */
    mentions: z.enum(['keep', 'erase']),
  }),
  response: z.null(),
  status: 204,
  problems: ['source-not-found'],
});

export const pullSource = endpoint({
  method: 'POST',
  path: '/api/sources/{sourceId}/pull',
  summary: 'Read the source now',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema }),
  response: sourceSchema,
  status: 202,
  problems: ['source-not-found', 'source-paused', 'source-is-delivered-to', 'source-waits'],
});

export const subscribeSource = endpoint({
  method: 'POST',
  path: '/api/sources/{sourceId}/subscription',
  summary: 'Ask the network once more to deliver by itself; the source says why it does not',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema }),
  response: sourceSchema,
  problems: ['source-not-found', 'delivers-nothing'],
});

export const startBackfill = endpoint({
  method: 'POST',
  path: '/api/sources/{sourceId}/backfill',
  summary: 'Bring in the posts of the past, back to a day',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema }),
  body: z.object({ from: instantSchema }).strict(),
  response: sourceSchema,
  status: 202,
  problems: ['source-not-found', 'no-backfill-there', 'backfill-running', 'not-in-the-past'],
});

export const cancelBackfill = endpoint({
  method: 'DELETE',
  path: '/api/sources/{sourceId}/backfill',
  summary: 'Stop bringing in posts of the past; what came stays',
  tag: 'networks',
  access: { anyOf: ['sources.write'] },
  params: z.object({ sourceId: idSchema }),
  response: sourceSchema,
  problems: ['source-not-found', 'no-backfill-running'],
});
