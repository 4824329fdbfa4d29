import { z } from 'zod';
import type { Wording } from '#mentions';
import type { SourceView } from '../connector.js';
import type { DeliveredPage } from '../hook/take-delivery.js';
import { facebookChange } from '../facebook/facebook-change.js';
import { instagramChange } from '../instagram/instagram-change.js';
import { anyId } from './graph-list.js';
import { accountId } from './page-access.js';

const changeSchema = z.object({ field: z.string(), value: z.unknown() });
const entrySchema = z.object({
  id: anyId,
  /** Seconds since 1970; milliseconds from some kinds of apps. */
  time: z.number().optional(),
  changes: z.array(z.unknown()).default([]),
});

/** Something that happened, as Meta delivers it. */
export interface MetaChange {
  field: string;
  value: unknown;
  /** When Meta sent it. */
  at: Date;
}

/** What follows from it: a post, what one says by now, one that is gone, or nothing that is kept here (likes). */
export type MetaNews =
  { mention: DeliveredPage['mentions'][number] } | { wording: Wording } | { gone: string } | null;

/** Reads one change. Throws ZodError for what is not in its form, and as reading does where Meta has to be asked. */
export type ReadChange = (source: SourceView, change: MetaChange, signal: AbortSignal) => Promise<MetaNews>;

const READERS: Readonly<Record<string, ReadChange>> = {
  facebook: facebookChange,
  instagram: instagramChange,
};

/** Which network an object of Meta stands for. */
export const NETWORK_OF: Readonly<Record<string, string>> = { page: 'facebook', instagram: 'instagram' };

/** The accounts that a delivery tells of. */
export function accountsOf(entries: readonly unknown[]): Set<string> {
  return new Set(entries.flatMap((entry) => entrySchema.safeParse(entry).data?.id ?? []));
}

/**
 * What a delivery brings to one source, whose account it may share with others: a change at fault leaves the others alone
 * and is named. Throws as reading does where a change holds ids only and Meta cannot be asked what they are.
 */
export async function readMetaDelivery(
  source: SourceView,
  { entry }: { entry: readonly unknown[] },
  signal: AbortSignal,
): Promise<DeliveredPage> {
  const page: DeliveredPage = { mentions: [], wordings: [], deleted: [], refused: [] };
  const read = READERS[source.network];
  const account = accountId(source);
  let item = 0;
  for (const given of entry) {
    const { data: known } = entrySchema.safeParse(given);
    if (!known || known.id !== account || !read) continue;
    for (const change of known.changes) {
      item++;
      try {
        const news = await read(source, { ...changeSchema.parse(change), at: sentAt(known.time) }, signal);
        if (news === null) continue;
        if ('mention' in news) page.mentions.push(news.mention);
        else if ('wording' in news) page.wordings.push(news.wording);
        else page.deleted.push(news.gone);
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        const [issue] = error.issues;
        const field = issue?.path.join('.') || 'value';
        page.refused.push({ item, field, reason: issue?.message ?? 'cannot be read' });
      }
    }
  }
  return page;
}

const A_YEAR_3000_S = 32_503_680_000;
function sentAt(time: number | undefined): Date {
  if (time === undefined || time <= 0) return new Date();
  return new Date(time > A_YEAR_3000_S ? time : time * 1000);
}
