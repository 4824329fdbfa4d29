/** What happened in a drill. All times are milliseconds of the scenario. Only rows of the drill's own posts are in here. */
export interface DrillFacts {
  posted: readonly { inject: string; at: number; mentionId: string | null }[];
  /** Acts of people on a mention of the drill, and incidents that they declared. */
  acts: readonly { subject: Subject; at: number }[];
  /** Published replies. */
  replies: readonly {
    inject: string;
    mentionId: string;
    answerId: string;
    holding: boolean;
    /** Key messages that its answer carries. */
    messages: number;
    at: number;
  }[];
  /** Holding statements published as posts of their own, for an incident of the drill. */
  posts: readonly { incidentId: string; at: number }[];
  noReplies: readonly { inject: string; mentionId: string; at: number }[];
  escalations: readonly {
    id: string;
    injects: readonly string[];
    /** Keys. */
    departments: readonly string[];
    /** Opened by a person, or taken by one where it opened by itself. */
    at: number | null;
    openedAt: number;
    acknowledgedAt: number | null;
  }[];
  incidents: readonly { id: string; injects: readonly string[]; at: number }[];
  levels: readonly {
    topicId: string;
    injects: readonly string[];
    level: number;
    at: number;
    /** It stood there already when the drill began. */
    before: boolean;
  }[];
}

/** What a figure counts, to be opened; a reply is opened with the mention that it answers. */
export interface Subject {
  type: 'mention' | 'escalation' | 'incident' | 'topic';
  id: string;
}

/** Every holding statement that the public could read: under a mention, or in a post of its own. */
export function statementsOf({ replies, posts }: DrillFacts): { subject: Subject; at: number }[] {
  return [
    ...replies.flatMap(({ mentionId: id, holding, at }) =>
      holding ? [{ subject: { type: 'mention' as const, id }, at }] : [],
    ),
    ...posts.map(({ incidentId: id, at }) => ({ subject: { type: 'incident' as const, id }, at })),
  ];
}
