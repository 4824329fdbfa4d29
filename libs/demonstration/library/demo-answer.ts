import type { ANSWER_KINDS, PLACEHOLDER_TYPES, SENSITIVITIES, STRATEGIES } from '#contract/answers';
import type { Level } from '#contract/classification';
import type { Locale } from '#platform/contract';
import type { DemoDepartmentKey } from '../people.js';
import type { DemoTopicKey } from '../topics.js';
import { KEY_MESSAGES } from './key-messages.js';

export interface DemoPlaceholder {
  name: string;
  type: (typeof PLACEHOLDER_TYPES)[number];
  labelFr: string;
  labelEn: string;
  required: boolean;
  allowedDomains?: string[];
  default?: string;
}

export interface DemoVariant {
  language: Locale;
  /** null: for every network without a variant of its own. */
  network: null | 'x' | 'mastodon' | 'bluesky' | 'training';
  body: string;
}

export interface DemoAnswer {
  key: string;
  kind: (typeof ANSWER_KINDS)[number];
  topic: DemoTopicKey;
  questionFr: string;
  questionEn: string;
  /** Other ways people ask. */
  wordingsFr: string[];
  wordingsEn: string[];
  sensitivity: (typeof SENSITIVITIES)[number];
  levelMin: Level;
  levelMax: Level;
  strategy: (typeof STRATEGIES)[number];
  /** Departments whose approval it needs. */
  departments: DemoDepartmentKey[];
  ownerDepartment: DemoDepartmentKey;
  doNotSay: { fr: string; en: string };
  proofPoints: { fr: string[]; en: string[] };
  /** Messages that the answer carries, named so that the message house can refer to them. */
  keyMessages: { id: string; text: string }[];
  placeholders: DemoPlaceholder[];
  variants: DemoVariant[];
  authorEmail: string;
  /** Approvals given so far; in review, those that still lack are what the departments are asked for. */
  approvals: { department: DemoDepartmentKey; email: string }[];
  state: 'approved' | 'in_review' | 'draft' | 'expired';
  /** Days from the making of the workspace; negative is in the past. */
  validFromDays: number;
  validUntilDays: number | null;
  reviewInDays: number;
  /** A change that somebody has asked for. */
  changeRequest?: { email: string; reason: string };
}

type Bodies = { all: string; x?: string; mastodon?: string; bluesky?: string; training?: string };

/** An answer as it is written in this folder: what most answers share is left out. */
export interface DemoAnswerDraft extends Partial<Omit<DemoAnswer, 'variants' | 'approvals'>> {
  key: string;
  topic: DemoTopicKey;
  questionFr: string;
  questionEn: string;
  wordingsFr: string[];
  wordingsEn: string[];
  strategy: DemoAnswer['strategy'];
  departments: DemoDepartmentKey[];
  bodies: { fr: Bodies; en: Bodies };
  /** In review: the departments that have approved already. */
  approvedBy?: DemoDepartmentKey[];
}

/** Completes an answer; an approved or expired one carries the approval of each of its departments. */
export function demoAnswer({ bodies, approvedBy, ...draft }: DemoAnswerDraft): DemoAnswer {
  const state = draft.state ?? 'approved';
  const agreed = state === 'approved' || state === 'expired' ? draft.departments : (approvedBy ?? []);
  const authorEmail = draft.authorEmail ?? 'camille.arnaud@lumen.example';
  return {
    kind: 'answer',
    sensitivity: 'low',
    levelMin: 0,
    levelMax: 2,
    ownerDepartment: draft.departments[0] ?? 'pr',
    doNotSay: { fr: '', en: '' },
    proofPoints: { fr: [], en: [] },
    keyMessages: KEY_MESSAGES[draft.topic] ?? [],
    placeholders: [],
    validFromDays: -45,
    validUntilDays: null,
    reviewInDays: 150,
    ...draft,
    state,
    authorEmail,
    approvals: agreed.map((department) => ({ department, email: approverOf(department, authorEmail) })),
    variants: [...variantsOf('fr', bodies.fr), ...variantsOf('en', bodies.en)],
  };
}

const APPROVERS: Record<DemoDepartmentKey, string> = {
  legal: 'helene.vasseur@lumen.example',
  pr: 'antoine.legoff@lumen.example',
  hr: 'claire.fontanel@lumen.example',
  product: 'mathieu.delcourt@lumen.example',
  security: 'olivier.tanguy@lumen.example',
  care: 'nadia.benali@lumen.example',
};

/** Nobody approves their own words: the second approver of the communication department steps in for the first. */
function approverOf(department: DemoDepartmentKey, authorEmail: string): string {
  const approver = APPROVERS[department];
  return approver === authorEmail && department === 'pr' ? 'siobhan.keane@lumen.example' : approver;
}

function variantsOf(language: Locale, { all, ...own }: Bodies): DemoVariant[] {
  const networks = ['x', 'mastodon', 'bluesky', 'training'] as const;
  return [
    { language, network: null, body: all },
    ...networks.flatMap((network) => {
      const body = own[network];
      return body === undefined ? [] : [{ language, network, body }];
    }),
  ];
}
