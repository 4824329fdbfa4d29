/**
 * What keeps a queued reply from leaving, as SQL, so that the claim and every list ask the same. `OPEN_STATES` are
 * those of a reply that stands in the way of another one to the same mention.
 */
export const OPEN_STATES = `('awaiting_second', 'queued', 'sending', 'sent', 'uncertain')`;

/**
 * Whether freeze `f` holds reply `r`: it is of its realm (and topic), began after the reply was let through, and the
 * answer is no holding statement, which is what a crisis needs.
 */
const holds = (f: string, r: string) => `
  ${f}.released_at is null and ${f}.realm = ${r}.realm
  and (${f}.topic_id is null or exists (
    select from mention_topic t where t.topic_id = ${f}.topic_id and t.mention_id = ${r}.mention_id))
  and (${r}.passed_freeze_at is null or ${r}.passed_freeze_at < ${f}.frozen_at)
  and not exists (select from answer where answer.id = ${r}.answer_id and answer.kind = 'holding_statement')`;

/** The freezes that hold reply `r`: a from-clause with condition, the freeze is `f`. */
export const freezesOf = (r: string) => `publication_freeze f where ${holds('f', r)}`;

/**
 * The mention of reply `r` as it reads now, where its author changed it since whoever picked the reply, or looked again
 * last, read it: a from-clause with condition, the mention is `m`. What was taken back is not read any more.
 */
export const editedMentionOf = (r: string) => `
  mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where i.mention_id = ${r}.mention_id and m.wording <> ${r}.mention_wording and m.erased_at is null`;

/**
 * The earlier replies that reply `r` waits for: picked before it in the same conversation and not settled. One that
 * is put off to a later hour, or held by a freeze or for a look itself, lets others go first. The earlier reply is `e`.
 */
export const earlierThan = (r: string) => `
  reply e where e.conversation = ${r}.conversation and e.id < ${r}.id and ${r}.passed_order_at is null
    and (e.state in ('sending', 'uncertain')
      or (e.state = 'queued' and (e.scheduled_for is null or e.scheduled_for <= clock_timestamp())
        and not exists (select from publication_freeze f where ${holds('f', 'e')})
        and not exists (select from ${editedMentionOf('e')})))`;

/** Whether nothing holds reply `r`. */
export const free = (r: string) =>
  `not exists (select from ${freezesOf(r)}) and not exists (select from ${editedMentionOf(r)})
   and not exists (select from ${earlierThan(r)})`;

/**
 * Taken in common by every claim until it commits, and alone by whoever freezes: once a freeze is made, no reply is
 * claimed that it holds.
 */
export const CLAIM_LOCK = `select pg_advisory_xact_lock_shared(hashtext('publication.freeze'))`;
export const FREEZE_LOCK = `select pg_advisory_xact_lock(hashtext('publication.freeze'))`;
