import { describe, expect, it } from '@jest/globals';
import { NETWORKS } from '#platform/contract';
import { PLACEHOLDER_TYPES, STRATEGIES, versionContentSchema } from '#contract/answers';
import { matchTopicQuery, parseTopicQuery, tokenizeText } from '#rules/topics';
import {
  DEMO_ANSWERS,
  DEMO_DEPARTMENTS,
  DEMO_PEOPLE,
  DEMO_SCENARIO,
  DEMO_TOPICS,
  demoHistory,
  HISTORY_POSTS,
  HISTORY_TEMPLATES,
} from './index.js';

const departments = new Set<string>(DEMO_DEPARTMENTS.map(({ key }) => key));
const topics = new Set<string>(DEMO_TOPICS.map(({ key }) => key));
const people = new Map(DEMO_PEOPLE.map((person) => [person.email, person]));
const answers = new Map(DEMO_ANSWERS.map((answer) => [answer.key, answer]));

/** Longest body before its placeholders are filled; leaves room for their values. */
const LONGEST = { generic: 480, x: 270, bluesky: 290, mastodon: 480, training: 480 };

const slotsOf = (body: string) => [...body.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1] ?? '');
const isUnique = (keys: readonly string[]) => new Set(keys).size === keys.length;

function matchesTopic(key: string, post: { text: string; authorHandle: string; language: string }): boolean {
  const parsed = parseTopicQuery(DEMO_TOPICS.find((topic) => topic.key === key)?.query ?? '');
  if (!parsed.ok) throw new Error(`the query of ${key} does not parse`);
  return matchTopicQuery(parsed.query, {
    tokens: tokenizeText(post.text),
    author: post.authorHandle,
    language: post.language,
    network: 'training',
  });
}

describe('people and departments', () => {
  it('are each named once, at the fictional organisation', () => {
    expect(isUnique(DEMO_DEPARTMENTS.map(({ key }) => key))).toBe(true);
    expect(isUnique(DEMO_PEOPLE.map(({ email }) => email))).toBe(true);
    for (const { email } of DEMO_PEOPLE) expect(email).toMatch(/^[a-z]+\.[a-z]+@lumen\.example$/);
  });

  it('have every role, and an approver for every department', () => {
    for (const role of [
      'community_manager',
      'approver',
      'crisis_lead',
      'executive',
      'administrator',
      'colleague',
    ] as const)
      expect(DEMO_PEOPLE.filter(({ roles }) => roles.includes(role))).not.toHaveLength(0);
    for (const { key } of DEMO_DEPARTMENTS)
      expect(
        DEMO_PEOPLE.filter((person) => person.roles.includes('approver') && person.departments.includes(key)),
      ).not.toHaveLength(0);
  });

  it('belong to departments that exist', () => {
    for (const person of DEMO_PEOPLE)
      for (const key of person.departments) expect(departments).toContain(key);
  });
});

describe('topics', () => {
  it('are seven to nine, each named once', () => {
    expect(isUnique(DEMO_TOPICS.map(({ key }) => key))).toBe(true);
    expect(DEMO_TOPICS.length).toBeGreaterThanOrEqual(7);
    expect(DEMO_TOPICS.length).toBeLessThanOrEqual(9);
  });

  it.each(DEMO_TOPICS.map(({ key, query }) => [key, query]))('%s has a query that parses', (_key, query) => {
    expect(parseTopicQuery(query)).toMatchObject({ ok: true });
  });

  it.each(DEMO_TOPICS.map(({ key }) => key))('%s has something to show from the first start', (key) => {
    const posts = demoHistory(new Date('2025-03-14T12:00:00Z'), 1);
    expect(posts.filter((post) => matchesTopic(key, post)).length).toBeGreaterThanOrEqual(5);
  });

  it('catch the posts of the scenario that their own answers are for', () => {
    const posts = DEMO_SCENARIO.injects.filter(({ expected }) => expected?.answerKey !== undefined);
    const caught = posts.filter((post) => {
      const topic = answers.get(post.expected?.answerKey ?? '')?.topic;
      return topic !== undefined && matchesTopic(topic, post);
    });
    expect(caught.length / posts.length).toBeGreaterThan(0.75);
  });

  it('see the injury report as a matter of battery safety, and a question on recycling as no outage', () => {
    const injury = DEMO_SCENARIO.injects.find(
      ({ expected }) => expected?.answerKey === 'battery_injury_holding',
    );
    const recycling = DEMO_SCENARIO.injects.find(
      ({ expected }) => expected?.answerKey === 'battery_recycling',
    );
    expect(injury && matchesTopic('battery_safety', injury)).toBe(true);
    expect(recycling && matchesTopic('environment', recycling)).toBe(true);
    expect(recycling && matchesTopic('app_outage', recycling)).toBe(false);
  });
});

describe('the library', () => {
  it('has at least 34 answers, each with a key of its own', () => {
    expect(isUnique(DEMO_ANSWERS.map(({ key }) => key))).toBe(true);
    expect(DEMO_ANSWERS.length).toBeGreaterThanOrEqual(34);
  });

  it('is mostly approved and shows every state', () => {
    const inState = (state: string) => DEMO_ANSWERS.filter((answer) => answer.state === state).length;
    expect(inState('approved')).toBeGreaterThanOrEqual(28);
    expect(inState('in_review')).toBeGreaterThanOrEqual(3);
    expect(inState('draft')).toBeGreaterThanOrEqual(1);
    expect(inState('expired')).toBe(1);
  });

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s refers only to what exists',
    (_key, answer) => {
      expect(topics).toContain(answer.topic);
      expect(people.has(answer.authorEmail)).toBe(true);
      expect(people.get(answer.authorEmail)?.roles).not.toContain('executive');
      expect(answer.departments).not.toHaveLength(0);
      expect(isUnique(answer.departments)).toBe(true);
      for (const key of [...answer.departments, answer.ownerDepartment]) expect(departments).toContain(key);
      expect(answer.departments).toContain(answer.ownerDepartment);
      expect(STRATEGIES).toContain(answer.strategy);
      expect(answer.levelMin).toBeLessThanOrEqual(answer.levelMax);
      for (const { network } of answer.variants) if (network !== null) expect(NETWORKS).toContain(network);
    },
  );

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s is approved by nobody but an approver of the department, never by its author',
    (_key, answer) => {
      expect(isUnique(answer.approvals.map(({ department }) => department))).toBe(true);
      for (const { department, email } of answer.approvals) {
        expect(answer.departments).toContain(department);
        expect(email).not.toBe(answer.authorEmail);
        expect(people.get(email)?.roles).toContain('approver');
        expect(people.get(email)?.departments).toContain(department);
      }
      const missing = answer.departments.filter(
        (key) => !answer.approvals.some(({ department }) => department === key),
      );
      if (answer.state === 'approved' || answer.state === 'expired') expect(missing).toEqual([]);
      if (answer.state === 'in_review') expect(missing).not.toEqual([]);
      if (answer.state === 'draft') expect(answer.approvals).toEqual([]);
    },
  );

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s says the same in French and English, for every network it is cut for',
    (_key, { variants }) => {
      const networksIn = (language: string) =>
        variants
          .filter((variant) => variant.language === language)
          .map(({ network }) => network ?? 'generic');
      expect(networksIn('fr')).toContain('generic');
      expect(networksIn('fr')).toEqual(networksIn('en'));
      expect(isUnique(networksIn('fr'))).toBe(true);
    },
  );

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s declares the placeholders that its texts use, and no other',
    (_key, { placeholders, variants }) => {
      expect(isUnique(placeholders.map(({ name }) => name))).toBe(true);
      const used = new Set(variants.flatMap(({ body }) => slotsOf(body)));
      expect([...used].sort()).toEqual(placeholders.map(({ name }) => name).sort());
      for (const { name, type, allowedDomains, default: value } of placeholders) {
        expect(name).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
        expect(PLACEHOLDER_TYPES).toContain(type);
        if (type === 'link') expect(allowedDomains).toEqual(['lumen.example']);
        if (type === 'link' && value !== undefined)
          expect(new URL(value).hostname).toMatch(/(^|\.)lumen\.example$/);
      }
    },
  );

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s fits where it is published, also with its default values',
    (_key, { placeholders, variants }) => {
      for (const { network, body } of variants) {
        const filled = placeholders.reduce(
          (text, { name, default: value }) => text.replaceAll(`{{${name}}}`, value ?? 'x'.repeat(12)),
          body,
        );
        expect(body.length).toBeLessThanOrEqual(LONGEST[network ?? 'generic']);
        expect(filled.length).toBeLessThanOrEqual(network === 'x' ? 280 : network === 'bluesky' ? 300 : 500);
      }
    },
  );

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s is asked in three to six other wordings in each language',
    (_key, { wordingsFr, wordingsEn }) => {
      for (const wordings of [wordingsFr, wordingsEn]) {
        expect(wordings.length).toBeGreaterThanOrEqual(3);
        expect(wordings.length).toBeLessThanOrEqual(6);
        expect(isUnique(wordings)).toBe(true);
      }
    },
  );

  it('names only fictional phone numbers and addresses, besides those of public services', () => {
    for (const { body } of DEMO_ANSWERS.flatMap(({ variants }) => variants)) {
      for (const [phone] of body.matchAll(/\b0\d[\d ]{6,}\d\b/g))
        expect(phone).toMatch(/^(01 99 00( \d\d){2}|020 7946 0\d{3})$/);
      for (const [, host] of body.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]*[a-z])/g))
        expect(host).toBe('lumen.example');
    }
  });

  it.each(DEMO_ANSWERS.map((answer) => [answer.key, answer] as const))(
    '%s is accepted by the contract of the library',
    (_key, answer) => {
      const result = versionContentSchema.safeParse({
        question: { fr: answer.questionFr, en: answer.questionEn },
        wordings: { fr: answer.wordingsFr, en: answer.wordingsEn },
        topicId: '1',
        sensitivity: answer.sensitivity,
        levelMin: answer.levelMin,
        levelMax: answer.levelMax,
        strategy: answer.strategy,
        departmentIds: answer.departments.map((_, index) => String(index + 1)),
        doNotSay: answer.doNotSay.fr,
        proofPoints: answer.proofPoints.fr,
        placeholders: answer.placeholders.map(({ labelFr, labelEn, ...rest }) => ({
          ...rest,
          label: { fr: labelFr, en: labelEn },
        })),
        variants: answer.variants,
      });
      expect(result.error?.issues ?? []).toEqual([]);
    },
  );

  it('is written by more than one hand, and within its validity unless expired', () => {
    expect(new Set(DEMO_ANSWERS.map(({ authorEmail }) => authorEmail)).size).toBeGreaterThanOrEqual(3);
    for (const { state, validFromDays, validUntilDays } of DEMO_ANSWERS) {
      expect(validFromDays).toBeLessThanOrEqual(0);
      if (state === 'expired') expect(validUntilDays).toBeLessThan(0);
      else expect(validUntilDays === null || validUntilDays > 0).toBe(true);
    }
  });
});

describe('the scenario', () => {
  const { injects } = DEMO_SCENARIO;

  it('plays at least 90 posts over 25 minutes, in the order of time, twelve within half a minute', () => {
    const times = injects.map(({ atSeconds }) => atSeconds);
    expect(injects.length).toBeGreaterThanOrEqual(90);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.filter((time) => time <= 30).length).toBeGreaterThanOrEqual(12);
    expect(times.at(-1)).toBeLessThanOrEqual(25 * 60);
    expect(times.at(-1)).toBeGreaterThan(24 * 60);
  });

  it('expects only answers that the library holds, and uses most of what is approved', () => {
    const expected = injects.flatMap(({ expected }) => expected?.answerKey ?? []);
    for (const key of expected) expect(answers.has(key)).toBe(true);
    const approved = DEMO_ANSWERS.filter(({ state }) => state === 'approved').map(({ key }) => key);
    const used = new Set(expected);
    expect(approved.filter((key) => used.has(key)).length / approved.length).toBeGreaterThan(0.8);
  });

  it('lets the library answer most questions, and leaves a few to the departments', () => {
    const questions = injects.filter(({ expected }) => expected?.intent === 'question');
    const unanswered = questions.filter(({ expected }) => expected?.answerKey === undefined);
    expect(unanswered).toHaveLength(2);
    expect(questions.length).toBeGreaterThan(25);
  });

  it('is about 60 % French, with other languages and some posts too short to tell', () => {
    const share = (language: string) =>
      injects.filter((inject) => inject.language === language).length / injects.length;
    expect(share('fr')).toBeGreaterThan(0.5);
    expect(share('fr')).toBeLessThan(0.7);
    for (const language of ['en', 'es', 'de', 'it', 'und']) expect(share(language)).toBeGreaterThan(0);
  });

  it('answers in a thread only what came before', () => {
    const replies = injects.filter(({ inReplyToIndex }) => inReplyToIndex !== undefined);
    expect(replies.length).toBeGreaterThanOrEqual(8);
    injects.forEach(({ inReplyToIndex }, index) => {
      if (inReplyToIndex !== undefined) expect(inReplyToIndex).toBeLessThan(index);
    });
  });

  it('holds a first-hand injury with a photo that alone justifies level 2', () => {
    const injury = injects.find(({ expected }) => expected?.answerKey === 'battery_injury_holding');
    expect(injury).toMatchObject({ hasMedia: true, expected: { level: 2, harm: 'injury_or_death' } });
  });
});

describe('the history', () => {
  const now = new Date('2025-03-14T12:00:00Z');

  it('draws on at least 120 templates in both languages, and fills every slot', () => {
    expect(HISTORY_TEMPLATES.length).toBeGreaterThanOrEqual(120);
    expect(isUnique(HISTORY_TEMPLATES.map(({ template }) => template))).toBe(true);
    for (const { text } of demoHistory(now, 3)) expect(text).not.toMatch(/[{}]|undefined/);
  });

  it('is the same for the same moment and seed, and another for another seed', () => {
    expect(demoHistory(now, 7)).toEqual(demoHistory(now, 7));
    expect(demoHistory(now, 7).map(({ text }) => text)).not.toEqual(
      demoHistory(now, 8).map(({ text }) => text),
    );
  });

  it('gives about 400 different posts of the past seven days, oldest first', () => {
    const posts = demoHistory(now, 7);
    const times = posts.map(({ publishedAt }) => publishedAt.getTime());
    expect(posts).toHaveLength(HISTORY_POSTS);
    expect(isUnique(posts.map(({ text }) => text))).toBe(true);
    expect(isUnique(posts.map(({ externalId }) => externalId))).toBe(true);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
    expect(Math.min(...times)).toBeGreaterThan(now.getTime() - 7 * 24 * 3600 * 1000);
  });

  it('follows the rhythm of days: far more at commuting hours than in the night', () => {
    const posts = demoHistory(now, 7);
    const between = (from: number, to: number) =>
      posts.filter(({ publishedAt }) => publishedAt.getUTCHours() >= from && publishedAt.getUTCHours() < to)
        .length;
    expect(between(6, 9)).toBeGreaterThan(between(0, 5) * 3);
  });

  it('comes from many authors', () => {
    expect(new Set(demoHistory(now, 7).map(({ authorHandle }) => authorHandle)).size).toBeGreaterThan(250);
  });
});
