import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import type { InvitationMove } from './invitation-life-cycle.js';
import { readInvitation } from './invitation-record.js';
import { applyMove } from './move-invitation.js';

/** What the rows say of an invitation `i`; each of these is asked again under its lock. `$1` is the moment. */
const FOLLOWS: readonly { move: InvitationMove; when: string }[] = [
  {
    // Answered, escalated or decided by somebody else, or erased.
    move: 'overtake',
    when: `i.state in ('open', 'taken') and $1::timestamptz is not null and exists (
      select from mention_identity mi join mention m on m.id = mi.mention_id and m.published_at = mi.published_at
      where mi.mention_id = i.mention_id and m.state not in ('new', 'in_progress'))`,
  },
  { move: 'lapse', when: `i.state in ('open', 'taken') and i.due_at <= $1` },
  {
    move: 'come_back',
    when: `i.state = 'answered' and $1::timestamptz is not null
      and (select r.state from reply r where r.invitation_id = i.id order by r.id desc limit 1)
        in ('refused', 'cancelled')`,
  },
  {
    move: 'appear',
    when: `i.state = 'returned' and $1::timestamptz is not null
      and exists (select from reply r where r.invitation_id = i.id and r.state = 'sent')`,
  },
];

const MANY = 100;

/**
 * Brings invitations to where the clock, their mentions and their replies are. Each is moved in a transaction of its own
 * under its lock, so several workers share the work and a missed look is caught up by the next. Returns how many moved.
 */
export async function endInvitations(dataSource: DataSource, now: Date): Promise<number> {
  let moved = 0;
  for (const { move, when } of FOLLOWS) {
    const due: { id: string }[] = await dataSource.query(
      `select i.id from answer_invitation i where ${when} order by i.id limit ${MANY}`,
      [now],
    );
    for (const { id } of due) {
      const done = await inTransaction(dataSource, ({ manager }) => follow(manager, id, { move, when }, now));
      if (done) moved += 1;
    }
  }
  return moved;
}

async function follow(
  manager: EntityManager,
  id: string,
  { move, when }: { move: InvitationMove; when: string },
  now: Date,
): Promise<boolean> {
  const locked: unknown[] = await manager.query(
    'select id from answer_invitation where id = $1 for update skip locked',
    [id],
  );
  if (locked.length === 0) return false;
  const still: unknown[] = await manager.query(
    `select i.id from answer_invitation i where i.id = $2 and ${when}`,
    [now, id],
  );
  if (still.length === 0) return false;
  const reason = move === 'come_back' ? await whyReturned(manager, id) : null;
  await applyMove(manager, await readInvitation(manager, id), { move, by: null, reason });
  return true;
}

async function whyReturned(manager: EntityManager, id: string): Promise<string | null> {
  const [reply]: { reason: string | null }[] = await manager.query(
    `select coalesce(problem_detail, problem_code, state) as reason from reply
     where invitation_id = $1 order by id desc limit 1`,
    [id],
  );
  return reply?.reason ?? null;
}
