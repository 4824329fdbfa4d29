import { z } from 'zod';

/**
 * Problem details after RFC 9457. `code` is stable and is what the console translates; `detail` is plain English
 * for a person who reads the answer of a script; `errors` names every field at fault.
 */
export const problemSchema = z
  .object({
    type: z.string().describe('URN of the kind of problem: urn:passerelle:problem:<code>'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    errors: z
      .array(
        z.object({
          field: z.string().describe('Path of the field, dots between its parts: `placeholders.first_name`'),
          code: z.string(),
          detail: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDetails = z.infer<typeof problemSchema>;
export type FieldError = NonNullable<ProblemDetails['errors']>[number];
export type ProblemParams = NonNullable<ProblemDetails['params']>;
