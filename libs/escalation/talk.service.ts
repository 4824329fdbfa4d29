import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { forbidden, invalidField, notFound } from '#platform/problem';
import type { EscalationActor } from './acting.js';
import { mediaTypeOf } from './attachment-type.js';
import type { EscalationDetail } from './contract.js';
import { LARGEST_ATTACHMENT, MOST_ATTACHMENTS } from './limits.js';
import { readEscalationDetail } from './read-escalation.js';
import { tellMentioned } from './tell-people.js';
import { escalationsChanged } from './wake-engine.js';

export interface StoredAttachment {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** What people say to each other about an escalation, and the files that they attach. */
@Injectable()
export class TalkService {
  constructor(private readonly dataSource: DataSource) {}

  async comment(
    actor: EscalationActor,
    escalationId: string,
    {
      text,
      mentionedIds,
      privateTo,
    }: { text: string; mentionedIds: readonly string[]; privateTo: string | null },
  ): Promise<EscalationDetail> {
    await inTransaction(this.dataSource, async ({ manager }) => {
      await refuseUnknown(manager, escalationId);
      refuseForeignPrivacy(actor, privateTo);
      const ids = [...new Set(mentionedIds)];
      await refuseUnfitMentioned(manager, ids, privateTo);
      await manager.query(
        `insert into escalation_comment (escalation_id, person_id, at, text, mentioned_ids, private_to)
         values ($1, $2, clock_timestamp(), $3, $4, $5)`,
        [escalationId, actor.personId, text, ids, privateTo],
      );
      await tellMentioned(manager, { escalationId, by: actor, personIds: ids, text });
      await escalationsChanged(manager, [escalationId]);
      // A private note stays out of the record that others read; that there is one is on record.
      await recordDecision(manager, {
        actor,
        action: 'escalation.commented',
        subjectType: 'escalation',
        subjectId: escalationId,
        reason: privateTo === null ? text : null,
        after: { mentionedIds: ids, privateTo },
      });
    });
    return readEscalationDetail(this.dataSource.manager, actor, escalationId);
  }

  async attach(
    actor: EscalationActor,
    escalationId: string,
    file: { name: string; content: Buffer },
    privateTo: string | null,
  ): Promise<EscalationDetail> {
    const mediaType = mediaTypeOf(file.content);
    if (mediaType === null) {
      throw invalidField(
        'file',
        'file-type-not-allowed',
        'is not a PDF, a PNG, JPEG, GIF or WebP image, or plain text',
      );
    }
    if (file.content.length > LARGEST_ATTACHMENT) {
      const megabytes = LARGEST_ATTACHMENT / 1024 / 1024;
      throw invalidField('file', 'file-too-large', `is larger than ${megabytes} MB`, { megabytes });
    }
    await inTransaction(this.dataSource, async ({ manager }) => {
      await refuseUnknown(manager, escalationId, 'for no key update');
      refuseForeignPrivacy(actor, privateTo);
      const [{ count } = { count: 0 }]: { count: number }[] = await manager.query(
        `select count(*)::integer as count from escalation_attachment where escalation_id = $1`,
        [escalationId],
      );
      if (count >= MOST_ATTACHMENTS) {
        throw invalidField('file', 'too-many-attachments', `is one more than ${MOST_ATTACHMENTS}`, {
          most: MOST_ATTACHMENTS,
        });
      }
      const sha256 = createHash('sha256').update(file.content).digest('hex');
      const name = safeName(file.name);
      await manager.query(
        `insert into escalation_attachment (escalation_id, person_id, at, name, media_type, bytes, sha256, content,
           private_to)
         values ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7, $8)`,
        [escalationId, actor.personId, name, mediaType, file.content.length, sha256, file.content, privateTo],
      );
      await escalationsChanged(manager, [escalationId]);
      await recordDecision(manager, {
        actor,
        action: 'escalation.attached',
        subjectType: 'escalation',
        subjectId: escalationId,
        after: {
          name: privateTo === null ? name : null,
          mediaType,
          bytes: file.content.length,
          sha256,
          privateTo,
        },
      });
    });
    return readEscalationDetail(this.dataSource.manager, actor, escalationId);
  }

  /** The file; one that is private to another department does not exist for this person. */
  async attachment(actor: EscalationActor, attachmentId: string): Promise<StoredAttachment> {
    const [row]: StoredAttachment[] = await this.dataSource.query(
      `select name, media_type as "mediaType", content from escalation_attachment
       where id = $1 and (private_to is null or private_to = any($2::bigint[]))`,
      [attachmentId, actor.departmentIds],
    );
    if (!row) throw notFound('attachment-not-found', 'There is no such file.');
    return row;
  }
}

async function refuseUnknown(manager: EntityManager, escalationId: string, lock = ''): Promise<void> {
  const [known] = await manager.query(`select id from escalation where id = $1 ${lock}`, [escalationId]);
  if (!known) throw notFound('escalation-not-found', 'There is no such escalation.');
}

function refuseForeignPrivacy(actor: EscalationActor, privateTo: string | null): void {
  if (privateTo !== null && !actor.departmentIds.includes(privateTo)) {
    throw forbidden('not-your-department', 'A note is private to a department of one’s own.');
  }
}

async function refuseUnfitMentioned(
  manager: EntityManager,
  ids: readonly string[],
  privateTo: string | null,
): Promise<void> {
  const known: { id: string }[] = await manager.query(
    `select p.id from person p where p.id = any($1::bigint[]) and p.active and ($2::bigint is null or exists (
       select from person_department d where d.person_id = p.id and d.department_id = $2))`,
    [ids, privateTo],
  );
  if (known.length < ids.length) {
    throw invalidField(
      'mentionedIds',
      'unknown-person',
      privateTo === null ? 'names somebody who is not here' : 'names somebody who cannot see a private note',
    );
  }
}

/** A name without folders and without characters that a header or a file system would take for something else. */
function safeName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}"]/gu, '').trim();
  return name === '' ? 'file' : name.slice(0, 150);
}
