import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { inTransaction } from '#platform/database';
import { conflict, invalidField, notFound } from '#platform/problem';
import { hasUnsafeCharacters } from '#rules/answers';
import type { Cluster } from './contract.js';
import { itemNotFound } from './contributions.service.js';
import { drawRotations } from './rotations.js';
import { lockWorkshop, tellHall, tellItems, type WorkshopPerson } from './workshop-record.js';
import { workshopOver } from './workshops.service.js';

/** More groups than this are no groups. */
const MOST_CLUSTERS = 60;

/** What those who run a workshop do with what was written, and the groups that people sit in. */
@Injectable()
export class BoardService {
  constructor(private readonly dataSource: DataSource) {}

  arrange(
    workshopId: string,
    itemId: string,
    change: { clusterId?: string | null | undefined; hidden?: true | undefined },
    person: WorkshopPerson,
  ): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await lockWorkshop(manager, workshopId, 'share');
      const [item]: { text: string }[] = await manager.query(
        'select text from workshop_item where workshop_id = $1 and id = $2 and hidden_at is null for update',
        [workshopId, itemId],
      );
      if (!item) throw itemNotFound();
      if (change.clusterId !== undefined) {
        if (change.clusterId !== null) await findCluster(manager, workshopId, change.clusterId);
        await manager.query('update workshop_item set cluster_id = $2 where id = $1', [
          itemId,
          change.clusterId,
        ]);
      }
      if (change.hidden) {
        await manager.query('update workshop_item set hidden_at = now() where id = $1', [itemId]);
        await manager.query('delete from workshop_dot where item_id = $1', [itemId]);
      }
      await tellItems(manager, workshopId, [itemId]);
      if (change.hidden)
        await recordDecision(manager, {
          actor: person,
          action: 'workshop.item_hidden',
          subjectType: 'workshop',
          subjectId: workshopId,
          before: { itemId, text: item.text },
        });
    });
  }

  createCluster(workshopId: string, title: string, itemIds: readonly string[]): Promise<Cluster> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      refuseBadTitle(title);
      await lockWorkshop(manager, workshopId);
      const [count]: { clusters: number }[] = await manager.query(
        'select count(*)::integer as clusters from workshop_cluster where workshop_id = $1 and dissolved_at is null',
        [workshopId],
      );
      if ((count?.clusters ?? 0) >= MOST_CLUSTERS)
        throw conflict('too-many-clusters', `At most ${MOST_CLUSTERS} groups.`, { most: MOST_CLUSTERS });
      const [cluster]: Cluster[] = await manager.query(
        'insert into workshop_cluster (workshop_id, title) values ($1, $2) returning id, title',
        [workshopId, title],
      );
      if (!cluster) throw new Error('a cluster was not inserted');
      const moved: [unknown[], number] = await manager.query(
        `update workshop_item set cluster_id = $3 where workshop_id = $1 and id = any($2::bigint[]) and hidden_at is null`,
        [workshopId, itemIds, cluster.id],
      );
      if (moved[1] !== new Set(itemIds).size) throw itemNotFound();
      await tellItems(manager, workshopId, itemIds, true);
      return cluster;
    });
  }

  renameCluster(workshopId: string, clusterId: string, title: string): Promise<Cluster> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      refuseBadTitle(title);
      await lockWorkshop(manager, workshopId, 'share');
      await findCluster(manager, workshopId, clusterId);
      await manager.query('update workshop_cluster set title = $2 where id = $1', [clusterId, title]);
      await tellItems(manager, workshopId, [], true);
      return { id: clusterId, title };
    });
  }

  /** The items stay, on their own. */
  dissolveCluster(workshopId: string, clusterId: string): Promise<void> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await lockWorkshop(manager, workshopId);
      await findCluster(manager, workshopId, clusterId);
      const [moved]: [{ id: string }[], number] = await manager.query(
        'update workshop_item set cluster_id = null where cluster_id = $1 returning id',
        [clusterId],
      );
      await manager.query('update workshop_cluster set dissolved_at = now() where id = $1', [clusterId]);
      await tellItems(
        manager,
        workshopId,
        moved.map(({ id }) => id),
        true,
      );
    });
  }

  /** Draws the groups of all phases that have not begun; those of phases that have stay, and count as meetings. */
  draw(workshopId: string, person: WorkshopPerson, seed: number): Promise<{ met: number; bound: number }> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const workshop = await lockWorkshop(manager, workshopId);
      if (workshop.state === 'closed' || workshop.state === 'cancelled') throw workshopOver();
      const wishes = workshop.plan.phases.flatMap(({ key, grouping }) =>
        grouping && grouping.kind !== 'sessions' && !workshop.begun.includes(key)
          ? [{ phaseKey: key, size: grouping.size, hostStays: grouping.hostStays }]
          : [],
      );
      if (wishes.length === 0)
        throw conflict('nothing-to-draw', 'No phase that lies ahead has groups to be drawn.');
      const seats: { id: string; host: boolean }[] = await manager.query(
        'select id, host from workshop_seat where workshop_id = $1 and revoked_at is null order by number',
        [workshopId],
      );
      if (seats.length < 2) throw conflict('nobody-joined', 'At least two people have to have joined.');
      const draw = drawRotations({
        seatIds: seats.map(({ id }) => id),
        hostIds: seats.filter(({ host }) => host).map(({ id }) => id),
        wishes,
        held: workshop.draw?.rounds.filter(({ phaseKey }) => workshop.begun.includes(phaseKey)) ?? [],
        seed,
      });
      await manager.query('update workshop set draw = $2 where id = $1', [workshopId, JSON.stringify(draw)]);
      await tellHall(manager, workshopId);
      const { met, bound } = draw;
      await recordDecision(manager, {
        actor: person,
        action: 'workshop.groups_drawn',
        subjectType: 'workshop',
        subjectId: workshopId,
        after: { seed, people: seats.length, met, bound },
      });
      return { met, bound };
    });
  }
}

function refuseBadTitle(title: string): void {
  if (hasUnsafeCharacters(title))
    throw invalidField('title', 'characters-not-allowed', 'contains characters that do not show');
}

async function findCluster(manager: EntityManager, workshopId: string, clusterId: string): Promise<void> {
  const [row]: unknown[] = await manager.query(
    'select from workshop_cluster where workshop_id = $1 and id = $2 and dissolved_at is null for key share',
    [workshopId, clusterId],
  );
  if (!row) throw notFound('cluster-not-found', 'There is no such group in this workshop.');
}
