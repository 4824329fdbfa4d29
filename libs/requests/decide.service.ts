import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '#platform/database';
import { beginAnswer } from './begin-answer.js';
import { type Decider, endRequest, type Ending } from './end-request.js';
import type { RequestPerson } from './move-request.js';

/** Writing the answer that was asked for, and ending a request without one; each is one transaction. */
@Injectable()
export class DecideService {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns the id of the answer; a second call gives the one of the first. */
  write(requestId: string, writer: RequestPerson): Promise<string> {
    return inTransaction(this.dataSource, ({ manager }) => beginAnswer(manager, requestId, writer));
  }

  end(requestId: string, ending: Ending, reason: string | null, person: Decider): Promise<void> {
    return inTransaction(this.dataSource, ({ manager }) =>
      endRequest(manager, requestId, ending, reason, person),
    );
  }
}
