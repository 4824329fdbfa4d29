/**
 * Empties tables, and what refers to them, between two tests; numbers begin anew. Records that nobody may rewrite refuse
 * that, so triggers rest meanwhile.
 */
export function emptying(tables: string): string {
  return `set session_replication_role = replica;
    truncate ${tables} restart identity cascade;
    set session_replication_role = origin`;
}
