import type { EntityManager } from 'typeorm';
import type { TrainingNetwork } from '#networks';
import type { Inject } from './contract.js';
import type { DrillRecord } from './drill-record.js';
import { comesWithMedia, pictureIn } from './inject-picture.js';

/**
 * Posts an inject on the training network and keeps that it came, in the caller's transaction: both or neither. The key
 * of the post names drill and inject, so that the network itself would refuse a second one.
 */
export async function postInject(
  manager: EntityManager,
  network: Pick<TrainingNetwork, 'insert'>,
  drill: Pick<DrillRecord, 'id' | 'language'>,
  inject: Inject,
  { at, elapsedMs, personId }: { at: Date; elapsedMs: number; personId: string | null },
): Promise<boolean> {
  const post = await network.insert(manager, {
    authorHandle: inject.author.handle,
    authorName: inject.author.name,
    followers: inject.author.followers,
    text: inject.text[drill.language],
    hasMedia: comesWithMedia(inject),
    picture: pictureIn(inject, drill.language),
    inReplyToId: inject.replyTo === null ? null : await postOf(manager, drill.id, inject.replyTo),
    own: false,
    idempotencyKey: `drill-${drill.id}-${inject.key}`,
    inject: null,
    look: inject.look,
    publishedAt: at,
  });
  if (!post) return false;
  await manager.query(
    `insert into drill_inject (drill_id, key, outcome, at, elapsed_ms, person_id, post_id)
     values ($1, $2, 'posted', $3, $4, $5, $6)
     on conflict (drill_id, key) do update set outcome = 'posted', at = $3, elapsed_ms = $4, person_id = $5, post_id = $6
       where drill_inject.outcome = 'skipped'`,
    [drill.id, inject.key, at, Math.round(elapsedMs), personId, post.id],
  );
  return true;
}

async function postOf(manager: EntityManager, drillId: string, key: string): Promise<string | null> {
  const [row]: { id: string | null }[] = await manager.query(
    'select post_id as id from drill_inject where drill_id = $1 and key = $2',
    [drillId, key],
  );
  return row?.id ?? null;
}
