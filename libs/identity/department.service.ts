import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordDecision } from '#audit';
import type { Department as DepartmentView } from '#contract/identity';
import { inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { invalidField, notFound } from '#platform/problem';
import { Department } from './department.entity.js';

/** The departments that approve words. */
@Injectable()
export class DepartmentService {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<DepartmentView[]> {
    const rows = await this.dataSource.getRepository(Department).find({ order: { id: 'ASC' } });
    return rows.map(view);
  }

  create(
    actor: Actor,
    department: { key: string; name: { fr: string; en: string } },
  ): Promise<DepartmentView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const repository = manager.getRepository(Department);
      if (await repository.existsBy({ key: department.key })) {
        throw invalidField('key', 'department-key-taken', 'is the key of another department');
      }
      const row = await repository.save(
        repository.create({ key: department.key, nameFr: department.name.fr, nameEn: department.name.en }),
      );
      await recordDecision(manager, {
        actor,
        action: 'department.created',
        subjectType: 'department',
        subjectId: row.id,
        after: view(row),
      });
      return view(row);
    });
  }

  rename(actor: Actor, departmentId: string, name: { fr: string; en: string }): Promise<DepartmentView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const repository = manager.getRepository(Department);
      const row = await repository.findOne({
        where: { id: departmentId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row) throw notFound('department-not-found', 'There is no such department.');
      const before = view(row);
      row.nameFr = name.fr;
      row.nameEn = name.en;
      await repository.save(row);
      await recordDecision(manager, {
        actor,
        action: 'department.renamed',
        subjectType: 'department',
        subjectId: row.id,
        before,
        after: view(row),
      });
      return view(row);
    });
  }
}

function view(row: Department): DepartmentView {
  return { id: row.id, key: row.key, name: { fr: row.nameFr, en: row.nameEn } };
}
