import type { Inject, Scenario } from './contract-scenario.js';
import type { DrillFacts } from './facts.js';

/** For tests: an inject with nothing particular to it. */
export function plainInject(key: string, atSeconds: number, more: Partial<Inject> = {}): Inject {
  return {
    key,
    atSeconds,
    look: 'x',
    author: { handle: 'lea', name: 'Léa', followers: 120 },
    text: { fr: `Message ${key}`, en: `Post ${key}` },
    hasMedia: false,
    replyTo: null,
    branch: null,
    expected: [],
    note: { fr: '', en: '' },
    ...more,
  };
}

/** For tests: a scenario of these injects. */
export function plainScenario(injects: Inject[], targets: Partial<Scenario['targets']> = {}): Scenario {
  return {
    name: { fr: 'Essai', en: 'Test' },
    description: { fr: '', en: '' },
    crisisType: 'other',
    targets: {
      detectionSeconds: 300,
      holdingStatementSeconds: 1800,
      acknowledgeSeconds: 600,
      level: 2,
      ...targets,
    },
    injects,
  };
}

/** For tests: a drill in which nothing happened but its posts. */
export function plainFacts(more: Partial<DrillFacts> = {}): DrillFacts {
  return {
    ...{ posted: [], acts: [], replies: [], posts: [], noReplies: [] },
    ...{ escalations: [], incidents: [], levels: [] },
    ...more,
  };
}
