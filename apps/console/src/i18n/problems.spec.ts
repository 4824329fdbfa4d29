import { describe, expect, it } from '@jest/globals';
import * as answers from '#contract/answers';
import * as audit from '#contract/audit';
import * as classification from '#contract/classification';
import * as colleagues from '#contract/colleagues';
import * as drills from '#contract/drills';
import * as escalation from '#contract/escalation';
import * as fundamentals from '#contract/fundamentals';
import * as identity from '#contract/identity';
import * as imports from '#contract/imports';
import * as levels from '#contract/levels';
import * as mentions from '#contract/mentions';
import * as networks from '#contract/networks';
import * as notifications from '#contract/notifications';
import * as replies from '#contract/replies';
import * as requests from '#contract/requests';
import * as system from '#contract/system';
import * as topics from '#contract/topics';
import * as workshops from '#contract/workshops';
import type { EndpointContract } from '#platform/contract';
import { messages as english } from './en.js';
import { messages as french } from './fr.js';

const areas = [
  answers,
  audit,
  classification,
  colleagues,
  drills,
  escalation,
  fundamentals,
  identity,
  imports,
  levels,
  mentions,
  networks,
  notifications,
  replies,
  requests,
  system,
  topics,
  workshops,
];

function isEndpoint(value: unknown): value is EndpointContract {
  return typeof value === 'object' && value !== null && 'path' in value && 'problems' in value;
}

/** Codes that any endpoint may answer. */
const EVERYWHERE = [
  'invalid-input',
  'not-signed-in',
  'not-allowed',
  'foreign-origin',
  'internal',
  'no-such-address',
  'malformed-request',
  'too-large',
];
const codes = new Set([
  ...networks.SOURCE_PROBLEMS,
  ...EVERYWHERE,
  ...areas
    .flatMap((area) => Object.values<unknown>(area).filter(isEndpoint))
    .flatMap(({ problems }) => problems),
]);

describe('a refusal of the API', () => {
  it.each([...codes])('%s is said in words, in both languages', (code) => {
    expect((english.problems as Record<string, string>)[code]).toEqual(expect.stringMatching(/\w+ \w+/));
    expect((french.problems as Record<string, string>)[code]).toEqual(
      expect.stringMatching(/\p{L}+[ ’]\p{L}+/u),
    );
  });
});

describe('the languages of the interface', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  const leaves = (tree: object, path = ''): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value] as [string, string]]
        : leaves(value as object, `${path}${key}.`),
    );
  const frenchByKey = new Map(leaves(french));

  it('fill the same values into the same sentences', () => {
    const differing = leaves(english).filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(frenchByKey.get(key) ?? '')),
    );
    expect(differing).toEqual([]);
  });
});
