/** What of the record is shown, as the address says it; days are local. */
export interface AuditFilter {
  action?: string;
  actorId?: string;
  subjectType?: string;
  subjectId?: string;
  from?: string;
  to?: string;
}

const FIELDS = ['action', 'actorId', 'subjectType', 'subjectId', 'from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditFilter(address: URLSearchParams): AuditFilter {
  const filter: AuditFilter = {};
  for (const field of FIELDS) {
    const value = address.get(field);
    if (!value) continue;
    if ((field === 'from' || field === 'to') && !DAY.test(value)) continue;
    if (field === 'actorId' && !/^\d+$/.test(value)) continue;
    filter[field] = value;
  }
  return filter;
}

export function printAuditFilter(filter: AuditFilter): URLSearchParams {
  const entries = FIELDS.flatMap((field): [string, string][] => {
    const value = filter[field];
    return value ? [[field, value]] : [];
  });
  return new URLSearchParams(entries);
}
