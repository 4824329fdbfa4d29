import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { exerciseMark, notify } from '#notifications';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { lockMention } from './mention-to-answer.js';
import { readReplies, type ReplyRecord } from './reply-record.js';

/** Job kind: tell of the edit of that id whoever answered the mention, or is about to. */
export const TELL_OF_EDIT = 'reply.tell_of_edit';

const SHOWN = 120;

/**
 * A post that is changed under a reply is told to whoever picked the reply, and to who confirmed it: at once, not at the
 * hour at which it would have left. One that is published already may fit no longer.
 */
@Injectable()
export class TellOfEdit {
  constructor(private readonly dataSource: DataSource) {}

  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'select id from mention_edit where told_at is null order by id limit 200',
    );
    return rows.map(({ id }) => id);
  }

  /** Harmless to repeat: who takes the edit first tells of it, and of all edits of the mention before it. */
  async run(editId: string): Promise<void> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      const [edit]: { mentionId: string }[] = await manager.query(
        'select mention_id as "mentionId" from mention_edit where id = $1 and told_at is null',
        [editId],
      );
      if (!edit) return;
      const { level } = await lockMention(manager, edit.mentionId);
      const [told]: [unknown[], number] = await manager.query(
        `update mention_edit set told_at = clock_timestamp() where mention_id = $1 and told_at is null returning id`,
        [edit.mentionId],
      );
      if (told.length > 0) await tell(manager, edit.mentionId, level);
    });
  }
}

async function tell(manager: EntityManager, mentionId: string, level: number): Promise<void> {
  const replies = await readReplies(
    manager,
    `r.mention_id = $1 and r.state in ('awaiting_second', 'queued', 'sent')`,
    [mentionId],
    10,
  );
  for (const reply of replies) {
    if (reply.state === 'sent' ? reply.removal?.removedAt || reply.correctedById : !reply.edited) continue;
    await notify(manager, {
      kind: reply.state === 'sent' ? 'reply.answered_edited' : 'reply.mention_edited',
      personIds: peopleOf(reply),
      level,
      groupKey: `reply.edited:${reply.id}`,
      // Not what the post says: that can be taken back, and a message cannot.
      params: { ...exerciseMark(reply.realm), text: reply.text.slice(0, SHOWN) },
      link: `/inbox/${mentionId}?state=all`,
    });
  }
  await publishEvents(
    manager,
    replies.map(({ id, state }) => ({ type: 'reply.changed' as const, replyId: id, mentionId, state })),
  );
}

function peopleOf({ personId, secondPersonId }: ReplyRecord): string[] {
  return secondPersonId === null ? [personId] : [personId, secondPersonId];
}
