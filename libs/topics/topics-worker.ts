import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { RematchTopics, TOPIC_REMATCH } from './topic-rematch.job.js';

/** Matching past mentions again after a topic has changed. */
@Injectable()
export class TopicsWorker {
  constructor(private readonly rematch: RematchTopics) {}

  part(): WorkerPart {
    return {
      handlers: { [TOPIC_REMATCH]: ({ id, signal }) => this.rematch.run(id, signal) },
      due: { [TOPIC_REMATCH]: () => this.rematch.due() },
    };
  }
}
