import type { EntityManager } from 'typeorm';
import type { VersionContent } from './contract.js';

/** Inserts a draft with its variants and makes it searchable; returns its id. */
export async function insertDraft(
  manager: EntityManager,
  version: { answerId: string; number: number; authorId: string; content: VersionContent },
): Promise<string> {
  const [row]: { id: string }[] = await manager.query(
    `insert into answer_version (answer_id, number, state, author_id, editor_ids, ${CONTENT_COLUMNS.join(', ')})
     values ($1, $2, 'draft', $3::bigint, array[$3::bigint], ${CONTENT_COLUMNS.map((_, index) => `$${index + 4}`).join(', ')})
     returning id`,
    [version.answerId, version.number, version.authorId, ...contentValues(version.content)],
  );
  if (!row) throw new Error('a draft was not inserted');
  await writeVariants(manager, row.id, version.content);
  await registerKeyMessages(manager, version.content);
  return row.id;
}

/** Replaces the content of a draft and adds the person to those who have written it. */
export async function updateDraft(
  manager: EntityManager,
  version: { id: string; editorId: string; content: VersionContent },
): Promise<void> {
  await manager.query(
    `update answer_version set revision = revision + 1,
       editor_ids = case when $2::bigint = any(editor_ids) then editor_ids else editor_ids || $2::bigint end,
       ${CONTENT_COLUMNS.map((column, index) => `${column} = $${index + 3}`).join(', ')}
     where id = $1`,
    [version.id, version.editorId, ...contentValues(version.content)],
  );
  await manager.query('delete from answer_variant where version_id = $1', [version.id]);
  await writeVariants(manager, version.id, version.content);
  await registerKeyMessages(manager, version.content);
}

/** Throws a draft away; requests for a change that hung on it stay, without it. */
export async function deleteDraft(manager: EntityManager, versionId: string): Promise<void> {
  await manager.query('update answer_change_request set version_id = null where version_id = $1', [
    versionId,
  ]);
  await manager.query('delete from answer_variant where version_id = $1', [versionId]);
  await manager.query('delete from answer_approval where version_id = $1', [versionId]);
  await manager.query(`delete from answer_version where id = $1 and state = 'draft'`, [versionId]);
}

const CONTENT_COLUMNS = [
  'question_fr',
  'question_en',
  'wordings_fr',
  'wordings_en',
  'topic_id',
  'sensitivity',
  'level_min',
  'level_max',
  'strategy',
  'department_ids',
  'do_not_say',
  'proof_points',
  'key_messages',
  'placeholders',
  'valid_from',
  'valid_until',
  'review_on',
];

function contentValues(content: VersionContent): unknown[] {
  return [
    content.question.fr,
    content.question.en,
    JSON.stringify(content.wordings.fr),
    JSON.stringify(content.wordings.en),
    content.topicId,
    content.sensitivity,
    content.levelMin,
    content.levelMax,
    content.strategy,
    content.departmentIds,
    content.doNotSay,
    JSON.stringify(content.proofPoints),
    JSON.stringify(content.keyMessages),
    JSON.stringify(content.placeholders),
    content.validFrom,
    content.validUntil,
    content.reviewOn,
  ];
}

/**
 * A message that nobody knew yet (out of a file, or through the API) is one without a house: it can be given its place in
 * one, and the answers that carry it then carry that message.
 */
async function registerKeyMessages(manager: EntityManager, { keyMessages }: VersionContent): Promise<void> {
  if (keyMessages.length === 0) return;
  await manager.query(
    `insert into key_message (key, text_fr) select id, text from jsonb_to_recordset($1::jsonb) as given(id text, text text)
     order by id on conflict (key) do nothing`,
    [JSON.stringify(keyMessages)],
  );
}

async function writeVariants(
  manager: EntityManager,
  versionId: string,
  content: VersionContent,
): Promise<void> {
  await manager.query(
    `insert into answer_variant (version_id, language, network, body)
     select $1, language, network, body
     from jsonb_to_recordset($2::jsonb) as variant(language text, network text, body text)`,
    [versionId, JSON.stringify(content.variants)],
  );
  await manager.query(
    `update answer_version v set
       search_fr = ${searchVector('fr')},
       search_en = ${searchVector('en')}
     where id = $1`,
    [versionId],
  );
}

/**
 * Question A, other wordings B, text C, stemmed; and the words as they are, D, so that a word still being typed is
 * found where its stem would not be (`remboursem` in `remboursement`). D weighs nothing in suggestions.
 */
function searchVector(language: 'fr' | 'en'): string {
  const bodies = `(select string_agg(regexp_replace(body, '\\{\\{[^{}]*\\}\\}', ' ', 'g'), ' ')
    from answer_variant where version_id = v.id and language = '${language}')`;
  const wordings = `(select string_agg(value, ' ') from jsonb_array_elements_text(v.wordings_${language}))`;
  const part = (text: string, weight: string) =>
    `setweight(to_tsvector('passerelle_${language}', coalesce(${text}, '')), '${weight}')`;
  return [
    part(`v.question_${language}`, 'A'),
    part(wordings, 'B'),
    part(bodies, 'C'),
    `to_tsvector('passerelle_plain', concat_ws(' ', v.question_${language}, ${wordings}, ${bodies}))`,
  ].join(' || ');
}
