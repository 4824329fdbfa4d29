import { invalidField, Problem } from '#platform/problem';
import { RetryLater, SourceNeedsAttention } from './connector.js';

/** The field of the connecting form that is at fault for what a network said. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'token-refused': 'credentials',
  'access-expired': 'credentials',
  'password-changed': 'credentials',
  'account-checkpoint': 'credentials',
  'app-removed': 'credentials',
  'rights-missing': 'credentials',
  'plan-spent': 'credentials',
  'account-locked': 'credentials',
  'not-at-network': 'settings.term',
  'hashtag-limit': 'settings.term',
  'comments-disabled': 'settings.term',
};

/** What went wrong in a live check, as a problem that names the field. */
export function networkProblem(error: unknown, addressField: string): Error {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof SourceNeedsAttention) {
    return invalidField(FIELD_OF[error.code] ?? addressField, error.code, detail, { why: detail });
  }
  return invalidField(addressField, pauseCode(error), `could not be read: ${detail}`, { why: detail });
}

function pauseCode(error: unknown): string {
  if (!(error instanceof RetryLater)) return 'network-unreachable';
  return error.code === 'retry-later' ? 'network-asks-for-pause' : error.code;
}
