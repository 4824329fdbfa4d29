import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { workspaceSchema } from '#contract/identity';
import { Person } from './person.entity.js';
import { Workspace } from './workspace.entity.js';

type WorkspaceView = z.infer<typeof workspaceSchema>;

/** What this installation is, before anyone has signed in. */
@Injectable()
export class WorkspaceService {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<WorkspaceView> {
    const workspace = await this.dataSource.getRepository(Workspace).findOneBy({ id: 1 });
    const someone = await this.dataSource
      .getRepository(Person)
      .createQueryBuilder('person')
      .where(`'administrator' = any(person.roles) and person.password_hash is not null`)
      .getExists();
    return {
      name: workspace?.name ?? 'Passerelle',
      demonstration: workspace?.demonstration ?? false,
      awaitsFirstAdministrator: !someone,
      demonstrationPeople: workspace?.demonstration
        ? (workspace.demonstrationPeople as WorkspaceView['demonstrationPeople'])
        : [],
    };
  }
}
