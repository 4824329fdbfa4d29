import { Injectable } from '@nestjs/common';
import type { WorkerPart } from '#platform/jobs';
import { PUBLISH_REPLY } from './publish-job.js';
import { REMOVE_REPLY, RemoveReply } from './remove-reply.job.js';
import { PublishReply } from './publish-reply.job.js';
import { TELL_OF_EDIT, TellOfEdit } from './tell-of-edit.job.js';

/**
 * Publishing replies, finding out about those that nobody is sure of, taking down those that shall go, telling of posts
 * that were changed under them.
 */
@Injectable()
export class RepliesWorker {
  constructor(
    private readonly publish: PublishReply,
    private readonly remove: RemoveReply,
    private readonly tell: TellOfEdit,
  ) {}

  part(): WorkerPart {
    return {
      handlers: {
        [PUBLISH_REPLY]: ({ id }) => this.publish.run(id),
        [REMOVE_REPLY]: ({ id }) => this.remove.run(id),
        [TELL_OF_EDIT]: ({ id }) => this.tell.run(id),
      },
      due: {
        [PUBLISH_REPLY]: () => this.publish.due(),
        [REMOVE_REPLY]: () => this.remove.due(),
        [TELL_OF_EDIT]: () => this.tell.due(),
      },
    };
  }
}
