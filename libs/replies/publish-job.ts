import type { JobRequest } from '#platform/jobs';

/** Job kind: take the reply of that id one step on, by publishing it or by reading the network back. */
export const PUBLISH_REPLY = 'reply.publish';

export function publishJob(replyId: string, runAt: Date): JobRequest {
  return { kind: PUBLISH_REPLY, id: replyId, runAt };
}
