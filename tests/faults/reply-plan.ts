import { NETWORK_REFUSALS, type NetworkRefusal } from '#contract/replies';
import { Seeded } from './seeded.js';

/** `keyed` takes the same reply once; `plain` takes whatever it is given; `training` is the product's own. */
export const NETWORKS_UNDER_TEST = ['keyed', 'plain', 'training'] as const;
export type NetworkUnderTest = (typeof NETWORKS_UNDER_TEST)[number];

/** What the network does with a reply that it is given. */
export const PUBLISH_FAULTS = [
  'drop-before',
  'drop-after',
  'error-before',
  'error-after',
  'garbage-before',
  'garbage-after',
  'silent-before',
  'silent-after',
  'taken-late',
  'answered-twice',
  'answered-for-another',
  'busy',
  'refused',
] as const;
export type PublishFault = (typeof PUBLISH_FAULTS)[number] | 'none';

/** What it does when it is read back. */
export const FIND_FAULTS = ['drop', 'error', 'garbage', 'silent', 'stale'] as const;
export type FindFault = (typeof FIND_FAULTS)[number] | 'none';

/** Every step of sending a reply and of reading it back, in their order. */
export const STEPS = [
  'before-claim',
  'claim-commit',
  'claim-committed',
  'before-publish',
  'network-received',
  'network-accepted',
  'after-publish',
  'settle-commit',
  'settle-committed',
  'abandon-commit',
  'before-find',
  'network-asked',
  'after-find',
  'read-commit',
  'read-committed',
] as const;
export type Step = (typeof STEPS)[number];

/**
 * `kill`: the worker gets SIGKILL; `cut`: the server ends its connections; `pass`: so much time goes by that its claim
 * is not its own any more.
 */
export const STEP_FAULTS = ['kill', 'cut', 'pass'] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

export interface ReplyPlan {
  /** The run alone can be repeated with `--runs 1 --seed` this. */
  seed: number;
  network: NetworkUnderTest;
  firstName: string;
  publishes: PublishFault[];
  refusal: NetworkRefusal;
  /** The network refuses at some time. */
  refusable: boolean;
  finds: FindFault[];
  steps: { step: Step; fault: StepFault; done: boolean }[];
  /** A person calls the reply back after so many milliseconds. */
  cancelAfterMs: number | null;
  /** Picked in the same conversation as the run before. */
  followsOn: boolean;
  /** Its answer is sensitive: another person has to confirm. */
  second: 'confirmed' | 'refused' | null;
}

const FIRST_NAMES = ['Zoé', 'Anna', 'Jean-Luc', 'Léa', 'Tom', 'Inès', 'Noël', 'Maëlle'];
const SENDING = STEPS.slice(0, STEPS.indexOf('abandon-commit'));

/** What shall happen to one reply. */
export function planReply(seed: number): ReplyPlan {
  const random = new Seeded(seed);
  const network = random.pick(['keyed', 'keyed', 'plain', 'plain', 'training'] as const);
  const stepFault = (steps: readonly Step[]) => ({
    step: random.pick(steps),
    fault: random.pick(STEP_FAULTS),
    done: false,
  });
  const faulty = random.chance(0.85);
  const publishes: PublishFault[] =
    faulty && random.chance(0.75)
      ? [
          random.pick(PUBLISH_FAULTS),
          ...random.some(2, () => random.pick([...PUBLISH_FAULTS, 'none'] as const)),
        ]
      : [];
  return {
    seed,
    network,
    firstName: random.pick(FIRST_NAMES),
    publishes,
    refusable: publishes.includes('refused'),
    refusal: random.pick(NETWORK_REFUSALS),
    finds: faulty ? random.some(3, () => random.pick([...FIND_FAULTS, 'none'] as const)) : [],
    steps: faulty
      ? [
          ...(random.chance(0.4) ? [stepFault(SENDING)] : []),
          ...(random.chance(0.3) ? [stepFault(STEPS)] : []),
        ]
      : [],
    cancelAfterMs: random.chance(0.12) ? random.between(0, 1500) : null,
    followsOn: random.chance(0.2),
    second: random.chance(0.1) ? (random.chance(0.8) ? 'confirmed' : 'refused') : null,
  };
}
