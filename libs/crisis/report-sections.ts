/** Parts of a situation report that a person can edit, in their order. */
export const REPORT_SECTIONS = [
  'situation',
  'known',
  'unknown',
  'done',
  'under_way',
  'messages',
  'decisions',
  'next',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];
