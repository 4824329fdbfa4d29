import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { wrote } from '#answers';
import type { Actor } from '#platform/http';
import { messageSetNotFound } from './change-message-set.js';
import type { MessageSet, MessageSetDetail, MessageSetKind } from './contract.js';
import {
  type MessageVersionRecord,
  messageVersionView,
  readMessageVersions,
} from './message-version-record.js';

type Reader = Pick<Actor, 'personId' | 'departmentIds' | 'permissions'>;

/** Reading houses and maps. */
@Injectable()
export class MessageSetsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the organisation first, then by topic; a house before its maps. */
  async list(
    filter: { topicId?: string | undefined; kind?: MessageSetKind | undefined },
    reader: Reader,
  ): Promise<MessageSet[]> {
    const sets = await this.sets(
      '($1::bigint is null or s.topic_id = $1::bigint) and ($2::text is null or s.kind = $2)',
      [filter.topicId ?? null, filter.kind ?? null],
    );
    const versions = await readMessageVersions(this.dataSource.manager, 'v.set_id = any($1::bigint[])', [
      sets.map(({ id }) => id),
    ]);
    return sets.flatMap((set) => {
      const view = setView(
        set,
        versions.filter(({ setId }) => setId === set.id),
        reader,
      );
      return view ? [view] : [];
    });
  }

  async read(setId: string, reader: Reader): Promise<MessageSetDetail> {
    const [set] = await this.sets('s.id = $1', [setId]);
    const versions = await readMessageVersions(this.dataSource.manager, 'v.set_id = $1', [setId]);
    const view = set && setView(set, versions, reader);
    if (!view) throw messageSetNotFound(setId);
    const origins: MessageSetDetail['origins'] = await this.dataSource.query(
      `select h.message_key as key, jsonb_build_object('id', w.id::text, 'title', w.title) as workshop
       from workshop_harvest h join workshop w on w.id = h.workshop_id where h.message_set_id = $1 order by h.id`,
      [setId],
    );
    return { ...view, versions: versions.map(messageVersionView), origins };
  }

  private sets(condition: string, values: readonly unknown[]): Promise<SetRow[]> {
    return this.dataSource.query(
      `select s.id, s.kind, s.updated_at as "updatedAt", t.id as "topicId", t.name as "topicName"
       from message_set s left join topic t on t.id = s.topic_id
       where ${condition} order by t.name nulls first, t.id, s.kind, s.id`,
      [...values],
    );
  }
}

interface SetRow {
  id: string;
  kind: MessageSetKind;
  updatedAt: Date;
  topicId: string | null;
  topicName: string | null;
}

function setView(set: SetRow, versions: readonly MessageVersionRecord[], reader: Reader): MessageSet | null {
  const [newest] = versions;
  if (!newest) return null;
  const inForce = versions.find(({ state }) => state === 'approved');
  return {
    id: set.id,
    kind: set.kind,
    topic: set.topicId === null ? null : { id: set.topicId, name: set.topicName ?? '' },
    shown: messageVersionView(inForce ?? newest),
    inForce: inForce !== undefined,
    newest: { number: newest.number, state: newest.state },
    awaitsMe: awaits(newest, reader),
    updatedAt: set.updatedAt.toISOString(),
  };
}

function awaits(version: MessageVersionRecord, { personId, departmentIds, permissions }: Reader): boolean {
  const decided = new Set(version.approvals.map(({ departmentId }) => departmentId));
  return (
    version.state === 'in_review' &&
    permissions.includes('answers.approve') &&
    !wrote(version, personId) &&
    version.content.departmentIds.some((id) => departmentIds.includes(id) && !decided.has(id))
  );
}
