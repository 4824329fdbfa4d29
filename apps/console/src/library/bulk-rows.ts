import type { WaitingVersion } from '#contract/answers';

/** A decision that can be ticked: a version for one of my departments, on exactly the content that is shown. */
export interface BulkRow {
  id: string;
  item: WaitingVersion;
  departmentId: string;
  decision: { answerId: string; number: number; departmentId: string; contentHash: string };
}

/** What may be approved together. The id changes with the content: a tick never moves on to words that nobody read. */
export function bulkRows(items: readonly WaitingVersion[]): BulkRow[] {
  return items.flatMap((item) => {
    const { answer, version, bulkObstacle, departmentIds } = item;
    const { contentHash } = version;
    if (bulkObstacle !== null || contentHash === null) return [];
    return departmentIds.map((departmentId) => ({
      id: `${version.id} ${departmentId} ${contentHash}`,
      item,
      departmentId,
      decision: { answerId: answer.id, number: version.number, departmentId, contentHash },
    }));
  });
}
