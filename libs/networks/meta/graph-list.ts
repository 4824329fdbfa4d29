import { z } from 'zod';

/** Meta writes ids as texts, now and then as numbers. */
export const anyId = z.union([z.string(), z.number()]).transform(String);

const listSchema = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({
      cursors: z.object({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .nullish(),
});

/** A list of the Graph API: its items as they came, and the mark of the next page where there is one. */
export function graphList(json: unknown): { data: unknown[]; next: string | null } {
  const { data, paging } = listSchema.parse(json);
  return { data, next: paging?.next ? (paging.cursors?.after ?? null) : null };
}
