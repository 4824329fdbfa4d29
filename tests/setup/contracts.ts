import * as answers from '#contract/answers';
import * as audit from '#contract/audit';
import * as classification from '#contract/classification';
import * as colleagues from '#contract/colleagues';
import * as contacts from '#contract/contacts';
import * as crisis from '#contract/crisis';
import * as crm from '#contract/crm';
import * as dashboard from '#contract/dashboard';
import * as drills from '#contract/drills';
import * as escalation from '#contract/escalation';
import * as fundamentals from '#contract/fundamentals';
import * as identity from '#contract/identity';
import * as imports from '#contract/imports';
import * as levels from '#contract/levels';
import * as mentions from '#contract/mentions';
import * as messages from '#contract/messages';
import * as networks from '#contract/networks';
import * as notifications from '#contract/notifications';
import * as replies from '#contract/replies';
import * as requests from '#contract/requests';
import * as stakeholders from '#contract/stakeholders';
import * as system from '#contract/system';
import * as topics from '#contract/topics';
import * as workshops from '#contract/workshops';
import type { EndpointContract } from '#platform/contract';

const AREAS = [
  answers,
  audit,
  classification,
  colleagues,
  contacts,
  crisis,
  crm,
  dashboard,
  drills,
  escalation,
  fundamentals,
  identity,
  imports,
  levels,
  mentions,
  messages,
  networks,
  notifications,
  replies,
  requests,
  stakeholders,
  system,
  topics,
  workshops,
];

export interface NamedContract {
  /** As it is exported. */
  name: string;
  contract: EndpointContract;
}

/** Every endpoint that a contract declares. */
export const CONTRACTS: readonly NamedContract[] = AREAS.flatMap((area) =>
  Object.entries<unknown>(area).flatMap(([name, contract]) =>
    isEndpoint(contract) ? [{ name, contract }] : [],
  ),
);

function isEndpoint(value: unknown): value is EndpointContract {
  return typeof value === 'object' && value !== null && 'path' in value && 'problems' in value;
}
