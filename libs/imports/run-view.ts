import type { ImportRun as ImportRunView } from '#contract/imports';

/** What a list of imports reads; to be put behind `select`. */
export const RUN_COLUMNS = `r.id, r.file_name, r.mapping_name, r.realm, r.state, r.bytes_read, r.bytes_total, r.lines,
  r.stored, r.known, r.refused, r.problem, r.created_at, r.finished_at, p.name as person_name
  from import_run r left join person p on p.id = r.person_id`;

export interface RunRecord {
  id: string;
  file_name: string;
  mapping_name: string;
  realm: 'live' | 'training';
  state: ImportRunView['state'];
  bytes_read: string;
  bytes_total: string;
  lines: number;
  stored: number;
  known: number;
  refused: number;
  problem: string | null;
  created_at: Date;
  finished_at: Date | null;
  person_name: string | null;
}

export function runView(row: RunRecord): ImportRunView {
  return {
    id: row.id,
    fileName: row.file_name,
    mappingName: row.mapping_name,
    realm: row.realm,
    state: row.state,
    bytesRead: Number(row.bytes_read),
    bytesTotal: Number(row.bytes_total),
    lines: row.lines,
    stored: row.stored,
    known: row.known,
    refused: row.refused,
    problem: row.problem,
    by: row.person_name,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
