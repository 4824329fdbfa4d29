import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { createSource, trySource } from '#contract/networks';
import type { InputOf, ResponseOf } from '#platform/contract';
import { conflict, invalid, invalidField } from '#platform/problem';
import type { Connector, Trial } from './connector.js';
import { networkProblem } from './network-problem.js';
import type { SourceAccess } from './source-access.js';

const PATIENCE_MS = 20_000;

type Given = Pick<InputOf<typeof createSource>['body'], 'network' | 'settings' | 'credentials'>;

/** A connection as the network itself confirmed it. */
export interface CheckedConnection {
  settings: Record<string, unknown>;
  /** With what the network gave during the check, such as a session. */
  credentials: Record<string, string>;
  trial: Trial | null;
}

/** Checks what was typed, then asks the network; nothing is stored. Throws problems that name the field. */
export async function checkConnection(
  connector: Connector | null,
  access: SourceAccess,
  given: Given,
  /** Who delivers by itself need not be there yet when it is connected. */
  { asked = connector?.pull !== undefined }: { asked?: boolean } = {},
): Promise<CheckedConnection> {
  if (!connector?.settings || !connector.capabilities.connect) {
    throw invalidField('network', 'network-not-connectable', 'cannot be connected here');
  }
  const settings = parsed(connector.settings, given.settings, 'settings');
  const credentials = parsed(
    connector.credentials ?? z.object({}).strict(),
    given.credentials,
    'credentials',
  );
  if (!connector.try || !asked) return { settings, credentials, trial: null };
  const source = access.trial(given.network, settings, credentials);
  try {
    const trial = await connector.try(source, AbortSignal.timeout(PATIENCE_MS));
    return { settings, credentials: source.credentials, trial };
  } catch (error) {
    throw networkProblem(error, addressField(connector));
  }
}

/** Changed settings among those that stay, checked together. Throws problems that name the field. */
export function adjustedSettings(
  connector: Connector | null,
  present: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const adjustable = new Set(
    connector?.capabilities.connect?.fields.flatMap(({ name, adjustable: may }) => (may ? [name] : [])),
  );
  for (const name of Object.keys(given)) {
    if (!connector?.settings || !adjustable.has(name))
      throw invalidField(`settings.${name}`, 'not-adjustable', 'cannot be changed after connecting');
  }
  if (!connector?.settings) return {};
  const settings = parsed(connector.settings, { ...present, ...given }, 'settings');
  return Object.fromEntries(Object.keys(given).map((name) => [name, settings[name] ?? null]));
}

function addressField(connector: Connector): string {
  const address = connector.capabilities.connect?.fields.find(({ kind }) => kind === 'url');
  return `settings.${address?.name ?? 'watch'}`;
}

function parsed<T>(schema: z.ZodType<T>, given: unknown, part: string): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map((issue) => ({
      field: [
        part,
        ...issue.path,
        ...(issue.code === 'unrecognized_keys' ? [issue.keys.join(', ')] : []),
      ].join('.'),
      code: codeOf(issue),
      detail: issue.message,
    })),
    'invalid-input',
  );
}

/** A rule of a network's own may name its problem, for which there are words in each language. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'required';
  const named: unknown = issue.code === 'custom' ? issue.params?.['problem'] : undefined;
  return typeof named === 'string' ? named : issue.code.replaceAll('_', '-');
}

export function trialView(trial: Trial): ResponseOf<typeof trySource> {
  return {
    title: trial.title,
    format: trial.format,
    account: trial.account,
    items: trial.items
      .slice(0, 20)
      .map((item) => ({ ...item, publishedAt: item.publishedAt?.toISOString() ?? null })),
    refused: trial.refused,
    feeds: [...(trial.feeds ?? [])],
  };
}

/** Settings that say nothing of what is watched. */
const ASIDE = [
  'allowPrivateAddress',
  'verifyToken',
  'dailyQuota',
  'reserve',
  'live',
  'jetstream',
  'fullText',
];

/** The same account watched for the same thing is not connected twice: its quota would be spent for nothing. */
export async function refuseTwin(
  manager: Pick<DataSource, 'query'>,
  network: string,
  settings: Record<string, unknown>,
  account: string | null,
): Promise<void> {
  const [twin]: { name: string }[] = await manager.query(
    `select name from source where network = $1 and removed_at is null and account is not distinct from $3
       and settings - $4::text[] = $2::jsonb - $4::text[]`,
    [network, JSON.stringify(settings), account, ASIDE],
  );
  if (twin) {
    throw conflict('source-exists', `This is connected already: ${twin.name}.`, { name: twin.name });
  }
}
