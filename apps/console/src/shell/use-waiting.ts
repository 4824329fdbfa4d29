import { listAnswers } from '#contract/answers';
import { listMyInvitations } from '#contract/colleagues';
import { listEscalations } from '#contract/escalation';
import { listReplies } from '#contract/replies';
import { listRequests } from '#contract/requests';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay, useSession } from '../session/session.js';
import type { NavigationEntry } from './navigation.js';
import { useRealm } from './realm.js';

/** What waits behind an entry of the navigation. */
export interface Waiting {
  count: number;
  /** There is more than was counted. */
  more: boolean;
  /** Late, or of a crisis: shown in red. */
  urgent: boolean;
}
export type WaitingByEntry = Readonly<Partial<Record<NavigationEntry['name'], Waiting>>>;

/** Lists are counted this far: whoever has more than this to do needs no exact figure. */
const COUNTED = 9;
/** Time makes things late without any event. */
const AGAIN = { refetchInterval: 60_000 };
const CRISIS = 3;

/** What waits for this person, on the networks shown; nothing for what they may not decide. */
export function useWaiting(): WaitingByEntry {
  const { realm } = useRealm();
  const { person } = useSession();
  const may = useMay();
  const answers = useEndpoint(
    listAnswers,
    { query: { awaitingMe: 'true', limit: 1 } },
    { enabled: may('answers.approve') },
  ).data;
  const requests = useEndpoint(
    listRequests,
    { query: { realm, limit: 1 } },
    { ...AGAIN, enabled: may('answers.read') },
  ).data;
  const escalations = useEndpoint(
    listEscalations,
    { query: { realm, state: ['open', 'acknowledged'], mine: 'true', limit: COUNTED } },
    { ...AGAIN, enabled: may('escalations.decide') },
  ).data;
  const replies = useEndpoint(
    listReplies,
    { query: { realm, state: ['awaiting_second'], limit: COUNTED } },
    { enabled: may('replies.confirm') },
  ).data;
  const invitations = useEndpoint(listMyInvitations, {}, { enabled: may('invitations.answer') }).data;
  // Nobody is the second person of their own reply.
  const toConfirm = replies?.items.filter(({ by }) => by.id !== person.id) ?? [];
  const toAnswer = invitations?.items.filter(({ state }) => state === 'open' || state === 'taken') ?? [];
  return {
    approvals: { count: answers?.awaitingMe ?? 0, more: false, urgent: false },
    requests: {
      count: requests?.counts.waiting ?? 0,
      more: false,
      urgent: (requests?.counts.overdue ?? 0) > 0,
    },
    escalations: {
      count: escalations?.items.length ?? 0,
      more: typeof escalations?.next === 'string',
      urgent:
        escalations?.items.some(
          ({ level, asks }) => level >= CRISIS || asks.some(({ loudness }) => loudness > 0),
        ) ?? false,
    },
    replies: {
      count: toConfirm.length,
      more: typeof replies?.next === 'string',
      urgent: false,
    },
    invitations: { count: toAnswer.length, more: false, urgent: false },
  };
}

/** `9+` where there is more. */
export function waitingFigure({ count, more }: Waiting): string {
  return more ? `${count}+` : String(count);
}
