/** Facts that screens follow. A payload carries ids and small values; screens read the rest from the API. */
export type LiveEvent =
  | {
      type: 'mentions.assessed';
      mentionIds: string[];
      realm: 'live' | 'training';
      byLevel: Record<string, number>;
    }
  | { type: 'mentions.reweighed'; mentionIds: string[]; realm: 'live' | 'training' }
  | {
      type: 'mention.changed';
      mentionId: string;
      state: string;
      assigneeId: string | null;
      version: number;
      by: string | null;
    }
  | {
      type: 'presence.changed';
      mentionId: string;
      presence: { personId: string; name: string; activity: 'viewing' | 'answering' }[];
    }
  | { type: 'reply.changed'; replyId: string; mentionId: string | null; incidentId?: string; state: string }
  | { type: 'freeze.changed'; freezeId: string; realm: 'live' | 'training'; frozen: boolean }
  | { type: 'answer.changed'; answerId: string }
  | { type: 'messages.changed'; setId: string }
  | { type: 'message.judged'; key: string }
  | { type: 'suggestions.corrected'; mentionId: string }
  | { type: 'request.changed'; requestId: string; realm: 'live' | 'training'; state: string }
  | { type: 'request-settings.changed' }
  | { type: 'answer-invitation.changed'; invitationId: string; mentionId: string; state: string }
  | { type: 'colleagues.changed' }
  | { type: 'escalation.changed'; escalationIds: string[] }
  | { type: 'incident.changed'; incidentId: string; realm: 'live' | 'training'; state: string }
  | { type: 'incident.proposed'; topicId: string; realm: 'live' | 'training' }
  | { type: 'playbook.changed'; key: string }
  | { type: 'duty.changed'; departmentId: string }
  | { type: 'policy.changed'; policyId: string }
  | { type: 'contact.changed'; contactIds: string[]; realm: 'live' | 'training' }
  | { type: 'crm.changed' }
  | { type: 'contact.proposed'; realm: 'live' | 'training' }
  | { type: 'stakeholder.changed'; stakeholderIds: string[]; realm: 'live' | 'training' }
  | { type: 'workshop.changed'; workshopId: string }
  | { type: 'workshop-method.changed'; methodId: string }
  | { type: 'workshop.room'; workshopId: string; itemIds: string[]; clusters: boolean }
  | { type: 'drill.changed'; drillId: string }
  | { type: 'drill-scenario.changed'; key: string }
  | { type: 'topic.changed'; topicId: string }
  | { type: 'topic.level'; topicId: string; realm: 'live' | 'training'; level: number }
  | { type: 'level-settings.changed' }
  | { type: 'lexicon.changed' }
  | { type: 'import.progress'; importId: string }
  | { type: 'source.changed'; sourceId: string }
  | { type: 'scenario.changed' }
  | { type: 'training.posted'; postId: string }
  | { type: 'notification.arrived'; people: { personId: string; level: number }[] }
  | { type: 'notification.read'; personId: string }
  | { type: 'notification.delivery'; deliveryId: string; state: string }
  | { type: 'notification.channels' };

export type LiveEventType = LiveEvent['type'];
