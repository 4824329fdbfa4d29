import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import type { TrainingFault } from '#contract/networks';
import type { TrainingApi } from './training-connector.js';
import { takeTrainingFault } from './training-faults.service.js';
import { type NewTrainingPost, TrainingNetwork, type TrainingPostRow } from './training-network.js';

/** The training network's API, as its connector calls it. */
@Injectable()
export class TrainingGateway implements TrainingApi {
  constructor(
    private readonly dataSource: DataSource,
    private readonly network: TrainingNetwork,
  ) {}

  after(id: string, limit: number): Promise<TrainingPostRow[]> {
    return this.network.after(id, limit);
  }

  publish(post: NewTrainingPost): Promise<TrainingPostRow | null> {
    return inTransaction(this.dataSource, ({ manager }) => this.network.insert(manager, post));
  }

  remove(id: string): Promise<void> {
    return inTransaction(this.dataSource, ({ manager }) => this.network.remove(manager, id));
  }

  takeFault(): Promise<TrainingFault | null> {
    return takeTrainingFault(this.dataSource.manager);
  }

  findByKey(idempotencyKey: string): Promise<TrainingPostRow | null> {
    return this.network.findByKey(idempotencyKey);
  }
}
