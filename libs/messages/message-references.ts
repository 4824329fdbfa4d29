import type { EntityManager } from 'typeorm';
import type { FieldError } from '#platform/contract';
import { placedMessages } from './check-messages.js';
import type { MessageContent } from './contract.js';

/** Departments that do not exist, and messages that stand in another house or map (`setId`: the one being written). */
export async function messageReferences(
  manager: EntityManager,
  content: MessageContent,
  setId: string | null,
): Promise<FieldError[]> {
  const placed = placedMessages(content);
  const [found]: { departments: string[]; elsewhere: string[] }[] = await manager.query(
    `select array(select id::text from department where id = any($1::bigint[])) as departments,
       array(select key from key_message where key = any($2::text[]) and set_id is distinct from $3::bigint
         and set_id is not null) as elsewhere`,
    [content.departmentIds, placed.map(([, { key }]) => key), setId],
  );
  const known = new Set(found?.departments);
  const elsewhere = new Set(found?.elsewhere);
  return [
    ...content.departmentIds.flatMap((departmentId, index): FieldError[] =>
      known.has(departmentId)
        ? []
        : [
            {
              field: `departmentIds.${index}`,
              code: 'unknown-department',
              detail: `there is no department ${departmentId}`,
              params: { departmentId },
            },
          ],
    ),
    ...placed.flatMap(([field, { key }]): FieldError[] =>
      elsewhere.has(key)
        ? [
            {
              field: `${field}.key`,
              code: 'message-elsewhere',
              detail: `the message ${key} stands in another house or map`,
              params: { key },
            },
          ]
        : [],
    ),
  ];
}
