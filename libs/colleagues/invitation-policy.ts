/** When colleagues may be invited to answer. */
export interface PolicyRules {
  /** Mentions up to this crisis level, of the mention or of the incident it belongs to. */
  levelMax: number;
  /** People of these departments; empty: of all, and of none. */
  departmentIds: readonly string[];
  /** Whether another person has a look before it leaves. */
  confirm: boolean;
}

export const DEFAULT_POLICY: PolicyRules = { levelMax: 1, departmentIds: [], confirm: true };

/** Whether the policy lets people of these departments be asked. */
export function allowsPerson(policy: PolicyRules, departmentIds: readonly string[]): boolean {
  return policy.departmentIds.length === 0 || departmentIds.some((id) => policy.departmentIds.includes(id));
}

/** Whether the policy lets a mention of this level be answered by invitation. */
export function allowsLevel(policy: PolicyRules, level: number): boolean {
  return level <= policy.levelMax;
}

/** Within how many minutes an answer is asked for unless whoever invites says otherwise, by crisis level 0 to 4. */
const MINUTES: readonly number[] = [24 * 60, 4 * 60, 60, 30, 15];

export const DUE_MINUTES_MIN = 10;
export const DUE_MINUTES_MAX = 7 * 24 * 60;

export function usualDueMinutes(level: number): number {
  const minutes = MINUTES[level];
  if (minutes === undefined) throw new RangeError(`no crisis level ${level}`);
  return minutes;
}
