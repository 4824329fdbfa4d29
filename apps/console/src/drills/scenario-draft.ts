import type { Inject, Reaction, ReactionKind, Scenario } from '#contract/drills';

const MINUTE = 60;

/** A scenario to begin with. */
export function emptyScenario(name: string, text: string): Scenario {
  return {
    name: { fr: name, en: name },
    description: { fr: '', en: '' },
    crisisType: 'other',
    targets: {
      detectionSeconds: 10 * MINUTE,
      holdingStatementSeconds: 30 * MINUTE,
      acknowledgeSeconds: 15 * MINUTE,
      level: 2,
    },
    injects: [newInject([], text)],
  };
}

/** An inject a few minutes after the last one, with a key of its own. */
export function newInject(injects: readonly Inject[], text = ''): Inject {
  const keys = new Set(injects.map(({ key }) => key));
  let number = injects.length + 1;
  while (keys.has(`inject_${number}`)) number += 1;
  return {
    key: `inject_${number}`,
    atSeconds: (injects.at(-1)?.atSeconds ?? 0) + (injects.length === 0 ? MINUTE : 5 * MINUTE),
    look: 'x',
    author: { handle: 'somebody', name: 'Somebody', followers: 100 },
    text: { fr: text, en: text },
    hasMedia: false,
    replyTo: null,
    branch: null,
    expected: [],
    note: { fr: '', en: '' },
  };
}

/** In the order of their times; what hung on an inject that is not earlier any more hangs on nothing. */
export function inOrder(injects: readonly Inject[]): Inject[] {
  const sorted = [...injects].sort((a, b) => a.atSeconds - b.atSeconds);
  return sorted.map((inject, index) => {
    const earlier = sorted.slice(0, index);
    const { branch, replyTo } = inject;
    const parent = branch && earlier.find(({ key }) => key === branch.inject);
    return {
      ...inject,
      replyTo: earlier.some(({ key }) => key === replyTo) ? replyTo : null,
      branch: parent?.expected.some(({ kind }) => kind === branch?.reaction) ? branch : null,
    };
  });
}

/** A reaction of this kind, as one begins with it. */
export function newReaction(kind: ReactionKind): Reaction {
  const withinSeconds = 15 * MINUTE;
  switch (kind) {
    case 'reply':
      return { kind, withinSeconds, answer: null };
    case 'escalate':
      return { kind, withinSeconds, department: null };
    case 'level':
      return { kind, withinSeconds, level: 2 };
    case 'no_reply':
    case 'incident':
    case 'holding_statement':
      return { kind, withinSeconds };
  }
}
