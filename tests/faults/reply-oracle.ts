import type { DataSource } from 'typeorm';
import type { HostilePost } from './hostile-server.js';
import type { ReplyPlan } from './reply-plan.js';

/** A reply that was asked for, and what must come of it. */
export interface AskedReply {
  plan: ReplyPlan;
  replyId: string;
  /** The mention that began its conversation. */
  conversation: string;
  /** What the approved answer says with the values given: worked out here, not by the product. */
  text: string;
}

export type Wrong = 'twice' | 'lost' | 'altered' | 'contradicted' | 'overtaken' | 'unrecorded';

export interface Violation {
  seed: number;
  wrong: Wrong;
  detail: string;
}

interface StoredReply {
  id: string;
  state: string;
  external_id: string | null;
  problem_code: string | null;
  text: string;
  mention_state: string;
  published_entries: number;
  hold: string | null;
}

/** Looks at the rows and at the networks, after everything has come to rest, and says all that is wrong. */
export async function judge(
  dataSource: DataSource,
  asked: readonly AskedReply[],
  posts: ReadonlyMap<string, readonly HostilePost[]>,
): Promise<{ states: Record<string, number>; violations: Violation[] }> {
  const rows: StoredReply[] = await dataSource.query(
    `select r.id, r.state, r.external_id, r.problem_code, r.text, m.state as mention_state,
       (select count(*)::int from audit_entry a where a.subject_type = 'reply' and a.subject_id = r.id::text
         and a.action in ('reply.published', 'reply.published_after_all')) as published_entries
     from reply r join mention_identity i on i.mention_id = r.mention_id
       join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where r.id = any($1::bigint[])`,
    [asked.map(({ replyId }) => replyId)],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const states: Record<string, number> = {};
  const violations: Violation[] = [];
  for (const one of asked) {
    const row = stored.get(one.replyId);
    const found = (wrong: Wrong, detail: string) =>
      violations.push({
        seed: one.plan.seed,
        wrong,
        detail: `${one.plan.network} reply ${one.replyId}: ${detail}`,
      });
    if (!row) {
      found('lost', 'its row is gone');
      continue;
    }
    states[row.state] = (states[row.state] ?? 0) + 1;
    judgeOne(one, row, posts.get(one.replyId) ?? [], found);
  }
  return { states, violations };
}

function judgeOne(
  { plan, text }: AskedReply,
  row: StoredReply,
  posts: readonly HostilePost[],
  found: (wrong: Wrong, detail: string) => void,
): void {
  if (posts.length > 1) found('twice', `it was published ${posts.length} times`);
  for (const post of posts) {
    if (post.text !== text) found('altered', `“${post.text}” was published instead of “${text}”`);
  }
  if (row.text !== text) found('altered', `the outbox holds “${row.text}” instead of “${text}”`);
  const [post] = posts;
  const said = row.state === 'sent' || row.problem_code === 'published-after-all';
  switch (row.state) {
    case 'sent':
      if (!post) found('lost', 'it is said to be sent, and the network has nothing');
      else if (row.external_id !== post.id)
        found('contradicted', `it is said to be ${row.external_id}, and is ${post.id}`);
      if (row.published_entries !== 1)
        found('unrecorded', `its publication is on record ${row.published_entries} times`);
      if (row.mention_state !== 'answered')
        found('contradicted', `it is sent, and its mention is ${row.mention_state}`);
      break;
    case 'refused':
    case 'cancelled':
      if (post && !said)
        found('contradicted', `it is ${row.state} (${row.problem_code}), and the network has ${post.id}`);
      break;
    case 'uncertain':
      if (plan.network !== 'plain') found('lost', 'it stays uncertain on a network that can say');
      else if (post) found('lost', `it stays uncertain though the network shows ${post.id}`);
      break;
    default:
      found('lost', `it stays ${row.state} (${row.problem_code})`);
  }
}

/** A reply that was given up, or waited for a person, lets the next one go. */
function mayBeGivenUp({ cancelAfterMs, second, refusable }: ReplyPlan): boolean {
  return cancelAfterMs !== null || second !== null || refusable;
}

/** In one conversation nothing that was picked later may stand before what was picked earlier. */
export function judgeOrder(
  asked: readonly AskedReply[],
  places: ReadonlyMap<string, number>,
  excused: ReadonlySet<string>,
): Violation[] {
  return asked.flatMap((later, index) => {
    const earlier = asked[index - 1];
    if (!later.plan.followsOn || !earlier || excused.has(later.replyId) || mayBeGivenUp(earlier.plan))
      return [];
    const first = places.get(earlier.replyId);
    const second = places.get(later.replyId);
    if (first === undefined || second === undefined || first < second) return [];
    return [
      {
        seed: later.plan.seed,
        wrong: 'overtaken' as const,
        detail: `reply ${later.replyId} stands before ${earlier.replyId}, which was picked first`,
      },
    ];
  });
}
