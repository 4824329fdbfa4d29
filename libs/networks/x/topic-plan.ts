import { parseTopicQuery } from '#rules/topics';
import type { PlannedTopic, TopicPlan, TopicToFollow } from '../connector.js';
import { translateTopic } from './topic-rule.js';
import { packedRules, printRule, splitRule, type XRule } from './x-rule.js';

/** What X allows. Source: docs.x.com/x-api, filtered stream and search, by level of access. */
export interface XLimits {
  /** Characters of a rule of the stream. */
  rule: number;
  /** Rules of one application. */
  rules: number;
  /** Characters of a query of the recent search. */
  search: number;
}
export const X_LIMITS = {
  usual: { rule: 1024, rules: 1000, search: 512 },
  enterprise: { rule: 2048, rules: 25_000, search: 4096 },
} as const satisfies Record<string, XLimits>;

/** Rules that one topic may take: one that needs more is asked for with fewer conditions. */
const MOST_RULES = 20;

/** How the topics are followed, given with the most important first. */
export function planTopics(topics: readonly TopicToFollow[], limits: XLimits): TopicPlan {
  const rules = new Set<string>();
  const searched: XRule[] = [];
  const planned = topics.map(({ topicId, query }): PlannedTopic => {
    const parsed = parseTopicQuery(query);
    if (!parsed.ok) return { topicId, rules: [], widened: [], leftOut: 'too-wide' };
    const { rule, widened } = translateTopic(parsed.query, query);
    if (rule.kind === 'nothing') return { topicId, rules: [], widened, leftOut: 'not-on-x' };
    const split = splitRule(rule, limits.rule, MOST_RULES);
    const search = splitRule(rule, limits.search, MOST_RULES);
    if (split === null || search === null) return { topicId, rules: [], widened, leftOut: 'too-wide' };
    searched.push(...search.parts);
    const printed = split.parts.map(printRule);
    const long = split.widened && !widened.includes('length');
    const said = long ? [...widened, 'length' as const] : widened;
    const fresh = printed.filter((one) => !rules.has(one));
    if (rules.size + fresh.length > limits.rules) {
      return { topicId, rules: [], widened: said, leftOut: 'no-room' };
    }
    for (const one of fresh) rules.add(one);
    return { topicId, rules: printed, widened: said, leftOut: null };
  });
  return {
    topics: planned,
    rules: [...rules],
    searches: [...new Set(packedRules(searched, limits.search).map(printRule))],
  };
}
