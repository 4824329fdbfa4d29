/**
 * What X can be asked to look for, as a value in normal form: `any` and `all` have several members and none of their own
 * kind. `everything` and `nothing` stand for what X cannot be asked; an `unlike` may only stand beside something that is
 * looked for. The language: docs.x.com/x-api/posts/filtered-stream/integrate/build-a-rule.
 */
export type XRule =
  | { kind: 'everything' }
  | { kind: 'nothing' }
  | { kind: 'term'; text: string }
  | { kind: 'unlike'; text: string }
  | { kind: 'all'; members: XRule[] }
  | { kind: 'any'; members: XRule[] };

export const EVERYTHING: XRule = { kind: 'everything' };
export const NOTHING: XRule = { kind: 'nothing' };

/** A repost is no new post. */
const WITHOUT_REPOSTS = ' -is:retweet';

export function term(text: string): XRule {
  return { kind: 'term', text };
}

/** Either of them; everything, when one of them would let nearly everything pass. */
export function anyRule(rules: readonly XRule[]): XRule {
  const members = flattened('any', rules).filter(({ kind }) => kind !== 'nothing');
  if (members.some((member) => !looksFor(member))) return EVERYTHING;
  return single(members, NOTHING) ?? { kind: 'any', members };
}

export function allRules(rules: readonly XRule[]): XRule {
  const members = flattened('all', rules).filter(({ kind }) => kind !== 'everything');
  if (members.some(({ kind }) => kind === 'nothing')) return NOTHING;
  return single(members, EVERYTHING) ?? { kind: 'all', members };
}

/** Whether it says what to look for: what only leaves out is refused by X, and would mean nearly everything. */
export function looksFor(rule: XRule): boolean {
  switch (rule.kind) {
    case 'everything':
    case 'unlike':
      return false;
    case 'nothing':
    case 'term':
    case 'any':
      return true;
    case 'all':
      return rule.members.some(looksFor);
  }
}

/** As X takes it. Of a rule that looks for something only. */
export function printRule(rule: XRule): string {
  return (rule.kind === 'any' ? `(${printed(rule)})` : printed(rule)) + WITHOUT_REPOSTS;
}

function printed(rule: XRule): string {
  switch (rule.kind) {
    case 'term':
      return rule.text;
    case 'unlike':
      return `-${rule.text}`;
    case 'any':
      return rule.members.map(grouped).join(' OR ');
    case 'all':
      return rule.members.map(grouped).join(' ');
    case 'everything':
    case 'nothing':
      throw new Error(`X cannot be asked for ${rule.kind}`);
  }
}

function grouped(rule: XRule): string {
  return rule.kind === 'any' || rule.kind === 'all' ? `(${printed(rule)})` : printed(rule);
}

/**
 * The rule in parts that together find what it finds, none longer than `longest` as it is printed. Where too many parts
 * would be needed, the part of a condition that takes most room is dropped, so that more is found and never less; null
 * when nothing to look for remains.
 */
export function splitRule(
  rule: XRule,
  longest: number,
  most: number,
): { parts: XRule[]; widened: boolean } | null {
  let asked: XRule = rule;
  for (let widened = false; looksFor(asked) && asked.kind !== 'nothing'; widened = true) {
    const parts = partsOf(asked, longest, { left: most });
    if (parts !== null) return { parts: packedRules(parts, longest), widened };
    asked = wider(asked);
  }
  return null;
}

/** Puts neighbours together as long as they fit. */
export function packedRules(rules: readonly XRule[], longest: number): XRule[] {
  const packed: XRule[] = [];
  for (const rule of rules) {
    const last = packed.at(-1);
    const together = last && anyRule([last, rule]);
    if (together && printRule(together).length <= longest) packed[packed.length - 1] = together;
    else packed.push(rule);
  }
  return packed;
}

/** Null when there are more parts than are left to be made, or when one cannot be made short enough. */
function partsOf(rule: XRule, longest: number, budget: { left: number }): XRule[] | null {
  if (printRule(rule).length <= longest) return budget.left-- > 0 ? [rule] : null;
  const choice = rule.kind === 'any' ? rule : rule.kind === 'all' ? largestChoice(rule.members) : null;
  if (choice === null) return null;
  const middle = Math.ceil(choice.members.length / 2);
  const parts: XRule[] = [];
  for (const half of [choice.members.slice(0, middle), choice.members.slice(middle)]) {
    const chosen = anyRule(half);
    const asked =
      rule.kind === 'all'
        ? allRules(rule.members.map((member) => (member === choice ? chosen : member)))
        : chosen;
    const made = partsOf(asked, longest, budget);
    if (made === null) return null;
    parts.push(...made);
  }
  return parts;
}

function largestChoice(members: readonly XRule[]): Extract<XRule, { kind: 'any' }> | null {
  let largest: Extract<XRule, { kind: 'any' }> | null = null;
  for (const member of members) {
    if (member.kind !== 'any') continue;
    if (largest === null || printed(member).length > printed(largest).length) largest = member;
  }
  return largest;
}

/** Without the condition that takes most room, in each alternative that has several. */
function wider(rule: XRule): XRule {
  if (rule.kind === 'any') {
    const long = rule.members.filter(({ kind }) => kind === 'all');
    if (long.length === 0) return EVERYTHING;
    return anyRule(rule.members.map((member) => (member.kind === 'all' ? wider(member) : member)));
  }
  if (rule.kind !== 'all') return EVERYTHING;
  const looking = rule.members.filter(looksFor);
  const [first, ...others] = looking.length > 1 ? rule.members : rule.members.filter((one) => !looksFor(one));
  if (first === undefined) return EVERYTHING;
  const longest = others.reduce(
    (one, other) => (printed(other).length > printed(one).length ? other : one),
    first,
  );
  return allRules(rule.members.filter((member) => member !== longest));
}

function flattened(kind: 'any' | 'all', rules: readonly XRule[]): XRule[] {
  const all = rules.flatMap((rule) => (rule.kind === kind ? rule.members : [rule]));
  const seen = new Set<string>();
  return all.filter((rule) => {
    const key = JSON.stringify(rule);
    return !seen.has(key) && seen.add(key);
  });
}

function single(members: readonly XRule[], none: XRule): XRule | null {
  if (members.length === 0) return none;
  return members.length === 1 ? (members[0] ?? none) : null;
}
