import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listMentions } from '#contract/mentions';
import type { LiveEventType } from '#platform/contract';
import { onLive } from './live.js';

/**
 * What an event makes stale: paths of endpoints, `*` at the end for all that begin so. The list of mentions is not
 * here: the inbox patches it in place, because reading a long list afresh would make it jump.
 */
const STALE_AFTER: Record<LiveEventType, readonly string[]> = {
  'mentions.assessed': ['/api/mentions/counts', '/api/topics', '/api/dashboard*'],
  'mentions.reweighed': [
    '/api/mentions/counts',
    '/api/mentions/{mentionId}',
    '/api/stakeholders/{stakeholderId}/voice',
    '/api/topics*',
    '/api/dashboard*',
  ],
  'mention.changed': [
    '/api/fundamentals*',
    '/api/dashboard*',
    '/api/mentions/counts',
    '/api/mentions/{mentionId}',
    '/api/my-invitations*',
  ],
  'presence.changed': [],
  'reply.changed': [
    '/api/answer-invitation-report',
    '/api/answer-requests*',
    '/api/mentions/{mentionId}/answer-invitation',
    '/api/incidents/{incidentId}',
    '/api/incidents/{incidentId}/log',
    '/api/incidents/{incidentId}/posts',
    '/api/incidents/{incidentId}/statements',
    '/api/replies*',
    '/api/mentions/{mentionId}',
    '/api/mentions/counts',
    '/api/training*',
    '/api/dashboard*',
    '/api/fundamentals*',
  ],
  'freeze.changed': ['/api/publication-freezes*', '/api/replies*', '/api/incidents/{incidentId}'],
  'request.changed': [
    '/api/answer-requests*',
    '/api/mentions/{mentionId}',
    '/api/mentions/{mentionId}/answer-request',
  ],
  'answer-invitation.changed': [
    '/api/my-invitations*',
    '/api/mentions/{mentionId}/answer-invitation',
    '/api/colleagues',
  ],
  'colleagues.changed': [
    '/api/colleagues',
    '/api/fields-of-expertise',
    '/api/answer-invitation-policy',
    '/api/mentions/{mentionId}/answer-invitation',
  ],
  'request-settings.changed': ['/api/answer-request-settings'],
  'answer.changed': [
    '/api/answers*',
    '/api/library/waiting',
    '/api/mentions/{mentionId}/suggestions',
    '/api/key-messages/gaps',
    '/api/dashboard',
    '/api/dashboard/work',
  ],
  'messages.changed': ['/api/message-sets*', '/api/key-messages*'],
  'message.judged': ['/api/key-messages*'],
  'suggestions.corrected': ['/api/mentions/{mentionId}/suggestions'],
  'escalation.changed': [
    '/api/fundamentals*',
    '/api/dashboard*',
    '/api/escalations*',
    '/api/mentions/{mentionId}/escalation',
  ],
  'incident.changed': [
    '/api/dashboard',
    '/api/fundamentals*',
    '/api/incidents*',
    '/api/review-actions*',
    '/api/incident-proposals',
  ],
  'incident.proposed': ['/api/incident-proposals'],
  'playbook.changed': ['/api/playbooks*'],
  'duty.changed': ['/api/duty*', '/api/escalation-policies*'],
  'policy.changed': ['/api/escalation-policies*'],
  'contact.changed': ['/api/contacts*', '/api/contact-proposals', '/api/mentions/{mentionId}/contact'],
  'crm.changed': ['/api/crm*', '/api/contacts/{contactId}/crm'],
  'contact.proposed': ['/api/contact-proposals', '/api/mentions/{mentionId}/contact'],
  'stakeholder.changed': [
    '/api/dashboard/stakeholders',
    '/api/stakeholders*',
    '/api/stakeholder-rules',
    '/api/incidents/{incidentId}/stakeholders',
    '/api/mentions/{mentionId}/stakeholder',
  ],
  'workshop.changed': ['/api/fundamentals*', '/api/workshops*', '/api/workshop-actions*'],
  'workshop-method.changed': ['/api/workshop-methods*'],
  'workshop.room': [],
  'drill.changed': ['/api/drills*'],
  'drill-scenario.changed': ['/api/drill-scenarios*'],
  'topic.changed': ['/api/topics*', '/api/dashboard*'],
  'topic.level': ['/api/incidents*', '/api/incident-proposals', '/api/topics*', '/api/dashboard*'],
  'level-settings.changed': ['/api/levels*', '/api/topics*'],
  'lexicon.changed': ['/api/lexicon*'],
  'import.progress': ['/api/imports*'],
  'source.changed': ['/api/sources*'],
  'scenario.changed': ['/api/training*'],
  'training.posted': ['/api/training*'],
  'notification.arrived': ['/api/notifications', '/api/notifications/unread'],
  'notification.read': ['/api/notifications', '/api/notifications/unread'],
  'notification.delivery': ['/api/notification-deliveries*'],
  'notification.channels': ['/api/notification-channels*'],
};

/** A burst of events reads each list at most once in this time. */
const GATHER_MS = 1000;

/** Whether an answer from `path` is among those that the pattern names. */
export function isStale(path: string, pattern: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Reads afresh what live events made stale, while mounted. */
export function useLiveCache(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      const patterns = [...stale];
      stale.clear();
      void cache.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          typeof path === 'string' && patterns.some((pattern) => isStale(path, pattern)),
      });
    };
    const stopEvents = onLive(Object.keys(STALE_AFTER) as LiveEventType[], (event) => {
      for (const pattern of STALE_AFTER[event.type]) stale.add(pattern);
      if (stale.size > 0) timer ??= setTimeout(refresh, GATHER_MS);
    });
    const stopReset = onLive(['reset'], () => {
      void cache.invalidateQueries({ predicate: ({ queryKey: [path] }) => path !== listMentions.path });
    });
    return () => {
      stopEvents();
      stopReset();
      clearTimeout(timer);
    };
  }, [cache]);
}
