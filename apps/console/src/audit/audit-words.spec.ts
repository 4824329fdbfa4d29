import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PERMISSIONS } from '#platform/contract';
import { messages } from '../i18n/en.js';

/** Every action that the server records, read from its source: `'area.what_was_done'`. */
function recordedActions(): string[] {
  const areas =
    'answer|department|display|drill|drill_scenario|duty|escalation|freeze|import|level|levels|lexicon|mention|notification_channel|notification_delivery|person|policy|publication|reply|reply_rules|request|scenario|source|topic|workshop|workshop_method';
  const pattern = new RegExp(`'((?:${areas})\\.[a-z_]+)'`, 'gu');
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.(?:spec|fixture)\.ts$/.test(file) && !file.startsWith('platform'),
  );
  const texts = files
    .map((file) => readFileSync(path.join('libs', file), 'utf8'))
    .filter((text) => /recordDecision|ACTIONS|recorded\(/.test(text));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))];
}

/** Names of live events, notices and rights, which look alike. */
const isNoAction = (name: string) =>
  name.endsWith('.changed') || OTHERS.has(name) || (PERMISSIONS as readonly string[]).includes(name);
const OTHERS = new Set(['import.progress', 'topic.level', 'workshop.link', 'workshop.room']);
/** Names of jobs. */
const JOBS = new Set([
  'import.run',
  'reply.publish',
  'reply.remove',
  'source.backfill',
  'source.create',
  'source.credentials',
  'source.erase',
  'source.look_for_gone',
  'source.pull',
]);

describe('the record of decisions', () => {
  it('says every action in words', () => {
    const words: Record<string, string> = messages.audit.action;
    const actions = recordedActions().filter((action) => !isNoAction(action) && !JOBS.has(action));
    expect(actions.length).toBeGreaterThan(25);
    expect(actions.filter((action) => !(action in words))).toEqual([]);
  });
});
