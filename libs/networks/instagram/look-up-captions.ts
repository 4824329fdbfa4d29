import { z } from 'zod';
import type { Wording } from '#mentions';
import type { SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { GraphRefused, notRead } from '../meta/graph-failure.js';
import { keptWords } from '../meta/kept-words.js';
import { ownAccount } from './instagram-account.js';
import { readHashtagPage } from './instagram-hashtag.js';
import { externalId } from './instagram-id.js';
import { instagramLists } from './instagram-lists.js';
import { watchesHashtag } from './instagram-settings.js';

/** Pages of a list that are read for one look-up, and posts that are asked for one by one. */
const MOST_PAGES = 6;
const MOST_ASKED = 20;
/** In the lists of an account: the posts of others in which it is tagged. */
const TAGGED = 1;

const mentionedSchema = z.object({ mentioned_media: z.object({ caption: z.string().nullish() }) });

/** A page of a list, as it comes: what its posts say now. */
type ReadCaptions = (
  after: string | null,
) => Promise<{ mentions: readonly { externalId: string; text: string }[]; next: string | null }>;

/**
 * What posts of others say by now. Instagram lets nobody look them up by their ids, so they are looked for where they came
 * from: among the posts of the hashtag, or among those in which our account is tagged; a post that names us in its words
 * can be asked for. A post that is found nowhere may stand all the same: nothing is believed of it.
 * @param media their ids
 */
export async function lookUpCaptions(
  source: SourceView,
  media: readonly string[],
  signal: AbortSignal,
): Promise<Wording[]> {
  if (media.length === 0) return [];
  const hashtag = watchesHashtag(source.settings);
  const read: ReadCaptions = hashtag
    ? (after) => readHashtagPage(source, after, signal)
    : (after) => readTagged(source, after, signal);
  const listed = await captionsIn(read, media);
  if (hashtag) return [...listed.values()];
  const left = media.filter((id) => !listed.has(id)).slice(0, MOST_ASKED);
  const asked: Wording[] = [];
  for (const id of left) {
    const wording = await captionOf(source, id, signal);
    if (wording) asked.push(wording);
  }
  return [...listed.values(), ...asked];
}

/** Until all are found, or the list ends. */
async function captionsIn(read: ReadCaptions, media: readonly string[]): Promise<Map<string, Wording>> {
  const wanted = new Map(media.map((id) => [externalId({ media: id, comment: null }), id]));
  const found = new Map<string, Wording>();
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES && found.size < media.length; pages++) {
    const at = new Date();
    const page: Awaited<ReturnType<ReadCaptions>> = await read(after);
    for (const { externalId: key, text } of page.mentions) {
      const id = wanted.get(key);
      if (id !== undefined) found.set(id, { externalId: key, text, at, told: false });
    }
    after = page.next;
    if (after === null) break;
  }
  return found;
}

async function readTagged(source: SourceView, after: string | null, signal: AbortSignal) {
  try {
    return await instagramLists.readList(source, TAGGED, after, signal);
  } catch (error) {
    throw notRead(error);
  }
}

/** Null where it does not name us, or is gone: Instagram says the same of both. */
async function captionOf(source: SourceView, id: string, signal: AbortSignal): Promise<Wording | null> {
  const at = new Date();
  try {
    const fields = `mentioned_media.media_id(${id}){caption}`;
    const { json } = await askGraph(source, { path: ownAccount(source).id, query: { fields } }, signal);
    const { caption } = mentionedSchema.parse(json).mentioned_media;
    const key = externalId({ media: id, comment: null });
    return { externalId: key, text: keptWords(caption), at, told: false };
  } catch (error) {
    if (error instanceof GraphRefused) return null;
    throw error;
  }
}
