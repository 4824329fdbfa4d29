import { z } from 'zod';
import { pictureIdSchema } from '#contract/mentions';
import { networkSchema } from '#platform/contract';

const words = (most: number) =>
  z.object({ fr: z.string().trim().max(most), en: z.string().trim().max(most) });
const named = (most: number) =>
  z.object({ fr: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) });

/** Seconds of the scenario, in which a reaction is due after its inject. */
const within = z.number().int().min(10).max(86_400);

/** Kinds of reactions. */
export const REACTIONS = ['reply', 'no_reply', 'escalate', 'incident', 'holding_statement', 'level'] as const;
export const reactionKindSchema = z.enum(REACTIONS);
export type ReactionKind = z.infer<typeof reactionKindSchema>;

/** What the team ought to do upon an inject, and within what time. */
export const reactionSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('reply'),
      withinSeconds: within,
      /** The question of the answer that fits, in either language; null: any approved answer. */
      answer: z.string().trim().min(1).max(300).nullable(),
    }),
    z.object({ kind: z.literal('no_reply'), withinSeconds: within }),
    z.object({
      kind: z.literal('escalate'),
      withinSeconds: within,
      /** Key of the department that has to be asked; null: any. */
      department: z.string().trim().min(1).max(40).nullable(),
    }),
    z.object({ kind: z.literal('incident'), withinSeconds: within }),
    z.object({ kind: z.literal('holding_statement'), withinSeconds: within }),
    z.object({ kind: z.literal('level'), withinSeconds: within, level: z.number().int().min(1).max(4) }),
  ])
  .meta({ id: 'DrillReaction' });
export type Reaction = z.infer<typeof reactionSchema>;

/** The inject comes only if a reaction to an earlier one was done, or was not, when its time has come. */
export const branchSchema = z
  .object({
    inject: z.string(),
    reaction: reactionKindSchema,
    when: z.enum(['done', 'not_done']),
  })
  .meta({ id: 'DrillBranch' });
export type Branch = z.infer<typeof branchSchema>;

export const injectSchema = z
  .object({
    key: z.string().regex(/^[a-z0-9_]{1,40}$/, { error: 'must be small letters, digits and _' }),
    /** Seconds of the scenario after its start. */
    atSeconds: z.number().int().min(0).max(86_400),
    /** The network that the post looks as if it came from; it is always posted on the training network. */
    look: networkSchema,
    author: z.object({
      handle: z.string().regex(/^[A-Za-z0-9_.]{2,30}$/, { error: 'must be 2 to 30 letters, digits, _ or .' }),
      name: z.string().trim().min(1).max(60),
      followers: z.number().int().min(0).max(100_000_000),
    }),
    text: words(1000),
    /** Told to come with a picture or a film, even where none is shown. */
    hasMedia: z.boolean(),
    /** Shown with the post; what is to be seen on it has to be said in each language of the text. */
    picture: z.object({ id: pictureIdSchema, alt: words(300) }).optional(),
    /** Key of an earlier inject under which it is posted. */
    replyTo: z.string().nullable(),
    branch: branchSchema.nullable(),
    expected: z.array(reactionSchema).max(6),
    /** For the controller: why this inject is here. */
    note: words(300),
  })
  .meta({ id: 'DrillInject' });
export type Inject = z.infer<typeof injectSchema>;

/** What the whole drill is measured against; seconds of the scenario. */
export const targetsSchema = z
  .object({
    /** From the first inject that asks for a reaction to the first act of a person. */
    detectionSeconds: within,
    /** From the same inject to the first holding statement; null: none is expected. */
    holdingStatementSeconds: within.nullable(),
    /** From the opening of an escalation until somebody took it. */
    acknowledgeSeconds: within,
    /** The level that the topic ought to reach, and not more. */
    level: z.number().int().min(0).max(4),
  })
  .meta({ id: 'DrillTargets' });
export type Targets = z.infer<typeof targetsSchema>;

export const scenarioSchema = z
  .object({
    name: named(120),
    description: words(600),
    /** Key of the playbook that it rehearses. */
    crisisType: z.string().regex(/^[a-z0-9_]{1,40}$/, { error: 'is not the key of a playbook' }),
    targets: targetsSchema,
    injects: z.array(injectSchema).min(1).max(100),
  })
  .superRefine((scenario, context) => {
    const issue = (index: number, field: string[], code: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['injects', index, ...field], message, params: { code } });
    const earlier = new Map<string, Inject>();
    let time = 0;
    for (const [index, inject] of scenario.injects.entries()) {
      if (earlier.has(inject.key))
        issue(index, ['key'], 'inject-key-duplicate', `is the key of an earlier inject: ${inject.key}`);
      if (inject.atSeconds < time)
        issue(index, ['atSeconds'], 'inject-out-of-order', 'is before the inject above it');
      time = Math.max(time, inject.atSeconds);
      if (inject.text.fr === '' && inject.text.en === '')
        issue(index, ['text'], 'inject-without-text', 'has to be written in one language at least');
      for (const language of ['fr', 'en'] as const)
        if (inject.picture?.alt[language] === '' && inject.text[language] !== '')
          issue(
            index,
            ['picture', 'alt', language],
            'picture-without-words',
            'has to say what is to be seen',
          );
      if (inject.replyTo !== null && !earlier.has(inject.replyTo))
        issue(index, ['replyTo'], 'no-earlier-inject', `names no earlier inject: ${inject.replyTo}`);
      const { branch } = inject;
      const parent = branch && earlier.get(branch.inject);
      if (branch && !parent)
        issue(index, ['branch', 'inject'], 'no-earlier-inject', `names no earlier inject: ${branch.inject}`);
      else if (branch && parent && !parent.expected.some(({ kind }) => kind === branch.reaction))
        issue(index, ['branch', 'reaction'], 'reaction-not-expected', `is not expected of ${branch.inject}`);
      for (const [place, { kind }] of inject.expected.entries())
        if (inject.expected.findIndex((one) => one.kind === kind) < place)
          issue(
            index,
            ['expected', String(place), 'kind'],
            'reaction-twice',
            'is expected twice of this inject',
          );
      earlier.set(inject.key, inject);
    }
  })
  .meta({ id: 'DrillScenario' });
export type Scenario = z.infer<typeof scenarioSchema>;
