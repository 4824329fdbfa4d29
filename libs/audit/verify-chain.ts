import type { EntityManager } from 'typeorm';

export interface ChainVerdict {
  intact: boolean;
  entries: number;
  lastHash: string | null;
  brokenAt: string | null;
  /** `gap`: a position is missing; `link`: the previous hash differs; `content`: the entry was altered. */
  brokenWhy: 'gap' | 'link' | 'content' | null;
}

interface Row {
  entries: string;
  last_hash: string | null;
  last_position: string | null;
  head_position: string;
  head_hash: string;
  broken_at: string | null;
  broken_why: 'gap' | 'link' | 'content' | null;
}

/** Recomputes every hash from the stored content, in the database, and compares the end with the head row. */
export async function verifyChain(manager: EntityManager): Promise<ChainVerdict> {
  const [row]: Row[] = await manager.query(`
    with linked as (
      select entry.position, entry.hash,
        case
          when entry.position <> row_number() over chain then 'gap'
          when entry.previous_hash <> coalesce(lag(entry.hash) over chain, repeat('0', 64)) then 'link'
          when entry.hash <>
            encode(sha256(convert_to(entry.previous_hash || audit_canonical(entry), 'UTF8')), 'hex') then 'content'
        end as wrong
      from audit_entry entry
      window chain as (order by entry.position)
    ), first_wrong as (
      select position, wrong from linked where wrong is not null order by position limit 1
    ), last_entry as (
      select position, hash from linked order by position desc limit 1
    )
    select (select count(*) from linked) as entries,
      (select hash from last_entry) as last_hash, (select position from last_entry) as last_position,
      head.position as head_position, head.hash as head_hash,
      (select position from first_wrong) as broken_at, (select wrong from first_wrong) as broken_why
    from audit_head head`);
  if (!row) {
    return { intact: false, entries: 0, lastHash: null, brokenAt: '0', brokenWhy: 'gap' };
  }
  const verdict = { entries: Number(row.entries), lastHash: row.last_hash };
  if (row.broken_at !== null) {
    return { ...verdict, intact: false, brokenAt: row.broken_at, brokenWhy: row.broken_why };
  }
  const endsRight =
    (row.last_position ?? '0') === row.head_position && (row.last_hash ?? '0'.repeat(64)) === row.head_hash;
  return endsRight
    ? { ...verdict, intact: true, brokenAt: null, brokenWhy: null }
    : {
        ...verdict,
        intact: false,
        brokenAt: String(BigInt(row.last_position ?? '0') + 1n),
        brokenWhy: 'gap',
      };
}
