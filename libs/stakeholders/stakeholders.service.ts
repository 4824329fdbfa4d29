import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  archiveStakeholder,
  createStakeholder,
  listMoves,
  listStakeholders,
  moveStakeholder,
  StakeholderFields,
  StakeholderMoveView,
  StakeholderView,
} from '#contract/stakeholders';
import type { InputOf, ResponseOf } from '#platform/contract';
import { encodeCursor, idOfCursor, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { announceChanges } from './announce-changes.js';
import { askReweighingOf } from './ask-reweighing.js';
import { checkRulesAgain } from './stakeholder-rules.service.js';
import {
  type LockedStakeholder,
  lockStakeholder,
  readStakeholderView,
  refuseOtherVersion,
  refuseUnchangeable,
  SUMMARY_COLUMNS,
  type SummaryRow,
  viewSummary,
} from './stakeholder-record.js';
import {
  insertMove,
  insertStakeholder,
  refuseTooMany,
  refusingTaken,
  updateFields,
} from './write-stakeholder.js';

/** What mentions are weighed by: where one of these changes, the last days of the authors are weighed anew. */
const WEIGHED = ['name', 'category', 'hasPower', 'hasLegitimacy', 'hasUrgency'] as const;
const FIELDS = [
  ...WEIGHED,
  'kind',
  'powerNote',
  'legitimacyNote',
  'urgencyNote',
  'ownerId',
  'plan',
  'nextContactAt',
] as const;

/** Stakeholders: who they are, how salient, and where they stand on the map. */
@Injectable()
export class StakeholdersService {
  constructor(private readonly dataSource: DataSource) {}

  async list({
    realm,
    archived,
  }: InputOf<typeof listStakeholders>['query']): Promise<ResponseOf<typeof listStakeholders>> {
    const rows: SummaryRow[] = await this.dataSource.query(
      `select ${SUMMARY_COLUMNS} from stakeholder s left join person p on p.id = s.owner_id
       where s.realm = $1 and (s.archived_at is not null) = $2 order by s.sort_name, s.id limit 1000`,
      [realm, archived],
    );
    return { items: rows.map(viewSummary) };
  }

  read(stakeholderId: string): Promise<StakeholderView> {
    return readStakeholderView(this.dataSource.manager, stakeholderId);
  }

  create(
    actor: Actor,
    { realm, power, interest, ...fields }: InputOf<typeof createStakeholder>['body'],
  ): Promise<StakeholderView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const place = { power, interest };
      const id = await insertStakeholder(manager, realm, fields, place, actor.personId);
      const { kind, category } = fields;
      const after = { kind, category, ...place, salience: attributesOf(fields) };
      await announceChanges(manager, actor, [{ stakeholderId: id, realm, action: 'created', after }]);
      return readStakeholderView(manager, id);
    });
  }

  change(
    actor: Actor,
    stakeholderId: string,
    version: number,
    fields: StakeholderFields,
  ): Promise<StakeholderView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockStakeholder(manager, stakeholderId);
      refuseUnchangeable(before, version);
      const changed = FIELDS.filter((field) => !same(before[field], fields[field]));
      if (changed.length > 0) {
        await updateFields(manager, stakeholderId, fields);
        if (WEIGHED.some((field) => changed.includes(field))) await askReweighingOf(manager, stakeholderId);
        await announceChanges(manager, actor, [
          {
            stakeholderId,
            realm: before.realm,
            action: 'changed',
            before: { salience: attributesOf(before), category: before.category },
            after: { fields: changed, salience: attributesOf(fields), category: fields.category },
          },
        ]);
      }
      return readStakeholderView(manager, stakeholderId);
    });
  }

  move(
    actor: Actor,
    stakeholderId: string,
    { version, why, ...place }: InputOf<typeof moveStakeholder>['body'],
  ): Promise<StakeholderView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockStakeholder(manager, stakeholderId);
      refuseUnchangeable(before, version);
      const from = { power: before.power, interest: before.interest };
      if (from.power !== place.power || from.interest !== place.interest) {
        await insertMove(manager, stakeholderId, from, place, why, actor.personId);
        await manager.query(
          `update stakeholder set power = $2, interest = $3, version = version + 1, changed_at = clock_timestamp()
           where id = $1`,
          [stakeholderId, place.power, place.interest],
        );
        await announceChanges(manager, actor, [
          { stakeholderId, realm: before.realm, action: 'moved', before: from, after: place },
        ]);
      }
      return readStakeholderView(manager, stakeholderId);
    });
  }

  archive(
    actor: Actor,
    stakeholderId: string,
    { archived, version }: InputOf<typeof archiveStakeholder>['body'],
  ): Promise<StakeholderView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const before = await lockStakeholder(manager, stakeholderId);
      refuseOtherVersion(before, version);
      if (before.archived !== archived) await this.putAway(manager, actor, before, archived);
      return readStakeholderView(manager, stakeholderId);
    });
  }

  async moves(
    stakeholderId: string,
    { cursor, limit }: InputOf<typeof listMoves>['query'],
  ): Promise<ResponseOf<typeof listMoves>> {
    await readStakeholderView(this.dataSource.manager, stakeholderId);
    const rows: (Omit<StakeholderMoveView, 'at'> & { at: Date })[] = await this.dataSource.query(
      `select m.id, m.at, p.name as by, jsonb_build_object('power', m.power, 'interest', m.interest) as "to", m.why,
         case when m.from_power is not null
           then jsonb_build_object('power', m.from_power, 'interest', m.from_interest) end as "from"
       from stakeholder_move m left join person p on p.id = m.person_id
       where m.stakeholder_id = $1 and ($2::bigint is null or m.id < $2) order by m.id desc limit $3`,
      [stakeholderId, cursor === undefined ? null : idOfCursor(cursor), limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((move) => ({ ...move, at: move.at.toISOString() })),
      next: rows.length > items.length && last ? encodeCursor([last.id]) : null,
    };
  }

  /** Rules of a stakeholder that is put away rest; what they attached stays, and weighs nothing meanwhile. */
  private async putAway(
    manager: EntityManager,
    actor: Actor,
    { id, realm }: LockedStakeholder,
    archived: boolean,
  ): Promise<void> {
    if (!archived) await refuseTooMany(manager, realm, 1);
    // Whoever came meanwhile was not compared with its rules.
    if (!archived) await checkRulesAgain(manager, id);
    await refusingTaken(
      manager.query(
        `update stakeholder set archived_at = case when $2 then clock_timestamp() end, version = version + 1,
           changed_at = clock_timestamp() where id = $1`,
        [id, archived],
      ),
    );
    await askReweighingOf(manager, id);
    await announceChanges(manager, actor, [
      { stakeholderId: id, realm, action: archived ? 'archived' : 'restored', after: { archived } },
    ]);
  }
}

function attributesOf({
  hasPower,
  hasLegitimacy,
  hasUrgency,
}: Pick<StakeholderFields, 'hasPower' | 'hasLegitimacy' | 'hasUrgency'>): string {
  return `${hasPower ? 'P' : ''}${hasLegitimacy ? 'L' : ''}${hasUrgency ? 'U' : ''}`;
}

function same(before: unknown, after: unknown): boolean {
  if (typeof before === 'string' && typeof after === 'string' && /^\d{4}-\d\d-\d\dT/.test(before))
    return before === after || Date.parse(before) === Date.parse(after);
  return before === after;
}
