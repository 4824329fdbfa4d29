import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { PUBLISH_REPLY } from './publish-job.js';
import { PublishReply } from './publish-reply.job.js';

/** Publishing replies and finding out about those that nobody is sure of. */
@Injectable()
export class RepliesWorker {
  constructor(private readonly publish: PublishReply) {}

  part(): WorkerPart {
    return {
      handlers: { [PUBLISH_REPLY]: ({ id }) => this.publish.run(id) },
      due: { [PUBLISH_REPLY]: () => this.publish.due() },
    };
  }
}
