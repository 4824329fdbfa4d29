import { z } from 'zod';
import { cursorSchema, endpoint, idSchema, limitSchema, pageOf, realmSchema } from '#platform/contract';
import {
  accountSchema,
  attachedAuthorSchema,
  LONGEST_NOTE,
  MOST_TERMS,
  proposedAuthorSchema,
  reasonSchema,
  ruleSchema,
  salienceSchema,
} from './contract-schemas.js';
import { RULE_KINDS, STAKEHOLDER_CATEGORIES } from './rules.js';

const READ = { anyOf: ['stakeholders.read'] } as const;
const WRITE = { anyOf: ['stakeholders.write'] } as const;
const ONE = z.object({ stakeholderId: idSchema });
const OF_ONE = ONE.extend({ authorId: idSchema });

export const listStakeholderAuthors = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}/authors',
  summary: 'Accounts that speak for a stakeholder, how they came to it and why, the latest first',
  tag: 'stakeholders',
  access: READ,
  params: ONE,
  query: z.object({ cursor: cursorSchema.optional(), limit: limitSchema.default(50) }),
  response: pageOf(attachedAuthorSchema),
  problems: ['stakeholder-not-found', 'cursor-invalid'],
});

const ATTACHING = [
  'stakeholder-not-found',
  'stakeholder-archived',
  'author-not-found',
  'author-speaks-for-other',
  'author-of-other-realm',
] as const;

export const attachAuthor = endpoint({
  method: 'PUT',
  path: '/api/stakeholders/{stakeholderId}/authors/{authorId}',
  summary: 'Say that an account speaks for a stakeholder; what it posted in the last days is weighed anew',
  tag: 'stakeholders',
  access: WRITE,
  params: OF_ONE,
  body: z.object({ why: z.string().trim().max(LONGEST_NOTE).default('') }),
  response: z.null(),
  status: 204,
  problems: ATTACHING,
});

export const detachAuthor = endpoint({
  method: 'DELETE',
  path: '/api/stakeholders/{stakeholderId}/authors/{authorId}',
  summary: 'Say that an account does not speak for a stakeholder: no rule and no proposal says it again',
  tag: 'stakeholders',
  access: WRITE,
  params: OF_ONE,
  response: z.null(),
  status: 204,
  problems: ['stakeholder-not-found', 'author-not-attached'],
});

export const listAuthorProposals = endpoint({
  method: 'GET',
  path: '/api/stakeholders/{stakeholderId}/proposals',
  summary: 'Accounts that may speak for a stakeholder, with the reasons; nothing is attached by itself',
  tag: 'stakeholders',
  access: WRITE,
  params: ONE,
  response: z.object({ items: z.array(proposedAuthorSchema) }),
  problems: ['stakeholder-not-found'],
});

export const decideAuthorProposal = endpoint({
  method: 'POST',
  path: '/api/stakeholders/{stakeholderId}/proposals/{authorId}',
  summary: 'Attach a proposed account, or dismiss it for good',
  tag: 'stakeholders',
  access: WRITE,
  params: OF_ONE,
  body: z.object({ decision: z.enum(['attach', 'dismiss']) }),
  response: z.null(),
  status: 204,
  problems: [...ATTACHING, 'author-not-proposed'],
});

export const readMentionStakeholder = endpoint({
  method: 'GET',
  path: '/api/mentions/{mentionId}/stakeholder',
  summary: 'For whom the author of a mention speaks, as far as we know',
  tag: 'stakeholders',
  access: READ,
  params: z.object({ mentionId: idSchema }),
  response: z.object({
    author: accountSchema.omit({ mentions: true }).nullable(),
    stakeholder: z
      .object({
        id: idSchema,
        name: z.string(),
        category: z.enum(STAKEHOLDER_CATEGORIES),
        salience: salienceSchema,
        owner: z.object({ id: idSchema, name: z.string() }).nullable(),
        reasons: z.array(reasonSchema),
      })
      .nullable(),
  }),
  problems: ['mention-not-found'],
});

const ruleFields = z.object({
  kind: z.enum(RULE_KINDS).exclude(['press_list']),
  terms: z.array(z.string().trim().min(1).max(330)).min(1).max(MOST_TERMS),
});
const TERMS = ['account-unreadable', 'domain-unreadable', 'domain-of-network', 'word-too-short'] as const;

export const listRules = endpoint({
  method: 'GET',
  path: '/api/stakeholder-rules',
  summary: 'Rules that attach accounts to stakeholders without anybody doing it',
  tag: 'stakeholders',
  access: READ,
  query: z.object({ realm: realmSchema.default('live') }),
  response: z.object({ items: z.array(ruleSchema) }),
});

export const previewRule = endpoint({
  method: 'POST',
  path: '/api/stakeholder-rules/preview',
  summary: 'Which of the known accounts a rule would attach; nothing is changed',
  tag: 'stakeholders',
  access: WRITE,
  body: ruleFields.extend({ stakeholderId: idSchema }),
  response: z.object({
    /** Accounts looked at: the newest ones. */
    looked: z.int(),
    /** All that there are. */
    known: z.int(),
    found: z.int(),
    /** Of those found: speak for it already, speak for another one, were once said not to speak for it. */
    already: z.int(),
    elsewhere: z.int(),
    dismissed: z.int(),
    /** The first of those that would be attached. */
    accounts: z.array(accountSchema.omit({ mentions: true }).extend({ reason: reasonSchema })),
  }),
  problems: ['stakeholder-not-found', 'stakeholder-archived', ...TERMS],
});

export const createRule = endpoint({
  method: 'POST',
  path: '/api/stakeholder-rules',
  summary:
    'A rule for what comes, and for all accounts known already, which are gone through little by little',
  tag: 'stakeholders',
  access: WRITE,
  body: ruleFields.extend({ stakeholderId: idSchema }),
  response: ruleSchema,
  status: 201,
  problems: ['stakeholder-not-found', 'stakeholder-archived', ...TERMS],
});

export const removeRule = endpoint({
  method: 'DELETE',
  path: '/api/stakeholder-rules/{ruleId}',
  summary: 'Remove a rule, and let go of the accounts that it attached',
  tag: 'stakeholders',
  access: WRITE,
  params: z.object({ ruleId: idSchema }),
  response: z.null(),
  status: 204,
  problems: ['rule-not-found'],
});
