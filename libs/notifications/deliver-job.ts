import type { JobRequest } from '#platform/jobs';

/** Job kind: hand the message of that delivery over. */
export const DELIVER = 'notification.deliver';

export function deliverJob(deliveryId: string, runAt: Date): JobRequest {
  return { kind: DELIVER, id: deliveryId, runAt };
}
