import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import type { TrainingApi } from './training-connector.js';
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

  findByKey(idempotencyKey: string): Promise<TrainingPostRow | null> {
    return this.network.findByKey(idempotencyKey);
  }
}
