import { z } from 'zod';

/** What a mapping may fill; the first four are needed for every post. */
export const MAPPED_FIELDS = [
  'network',
  'externalId',
  'text',
  'publishedAt',
  'editedAt',
  'url',
  'author.handle',
  'author.name',
  'author.followers',
  'author.url',
  'author.bio',
  'inReplyTo',
  'conversationKey',
  'own',
  'hasMedia',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

const path = z
  .string()
  .min(1)
  .max(200)
  .describe('Names and list places joined by dots; from the item, or from the whole record after `$.`');
const paths = z.union([path, z.array(path).min(1).max(10)]);

const valueSource = z.union([
  paths,
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }).describe('Always this'),
  z
    .strictObject({
      path: paths,
      time: z.enum(['iso', 'seconds', 'milliseconds']).optional(),
      equals: z
        .union([z.string(), z.number(), z.boolean()])
        .optional()
        .describe('True when the value is this, else false'),
      words: z
        .record(z.string(), z.string())
        .optional()
        .describe('A word of the file and what it means here'),
      default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    })
    .describe('Read, then understood'),
]);
export type ValueSource = z.infer<typeof valueSource>;

/** How the rows of a file become mentions. See docs/import.md. */
export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: 'must be lower-case letters, digits and -' }),
  description: z.string().max(300).default(''),
  format: z.enum(['jsonl', 'csv']),
  recognise: z
    .array(path)
    .max(20)
    .default([])
    .describe('What the first record must hold for the mapping to be chosen by itself'),
  items: path.optional().describe('Where the list of posts is, when a record holds several'),
  fields: z
    .partialRecord(z.enum(MAPPED_FIELDS), valueSource)
    .refine((fields) => fields.network !== undefined, { error: 'must say the network' })
    .refine((fields) => fields.externalId !== undefined, { error: 'must say the externalId' })
    .refine((fields) => fields.text !== undefined, { error: 'must say the text' })
    .refine((fields) => fields.publishedAt !== undefined, { error: 'must say publishedAt' }),
  extra: z
    .record(z.string().min(1).max(60), path)
    .default({})
    .describe('Kept beside the mention as it stands'),
});
export type Mapping = z.infer<typeof mappingSchema>;

export class MappingInvalid extends Error {}

/** Reads a mapping from its text. Throws MappingInvalid, which names the part at fault. */
export function readMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MappingInvalid(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = mappingSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new MappingInvalid(`${issue?.path.join('.') || 'the mapping'}: ${issue?.message ?? 'is not valid'}`);
}
