import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MentionSummary } from '#contract/mentions';
import { readSummaries } from '#mentions';
import { type FieldError, type InputOf, type Locale, LOCALES, type ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { invalid, Problem } from '#platform/problem';
import { choiceKeys, OutboxService } from '#replies';
import { proposedValues } from '#requests';
import { pickVariant, placeholdersIn } from '#rules/answers';
import type { previewStatement, publishStatement, Statements } from './contract.js';
import {
  finishIncident,
  type IncidentActor,
  lockIncident,
  readIncidentRecord,
  refuseClosed,
} from './incident-record.js';
import { FITTING_STRATEGIES } from './playbook.js';
import { DETECTED, readStandings } from './read-facts.js';
import { readStatementVersions, readyStatement, type StatementVersion } from './statement-versions.js';

type Items = InputOf<typeof publishStatement>['body']['items'];

/** Mentions that a preview offers, at most; attached ones first. */
const MOST_MENTIONS = 20;

/**
 * Holding statements of an incident. They leave as replies through the outbox, each a publication with all its checks
 * and its two keys: there is no other way to a network.
 */
@Injectable()
export class StatementsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxService,
  ) {}

  async read(incidentId: string): Promise<Statements> {
    const { manager } = this.dataSource;
    const incident = await readIncidentRecord(manager, incidentId);
    const standing = (await readStandings(manager, [incidentId])).get(incidentId);
    const versions = await readStatementVersions(manager, incident);
    const fitting = FITTING_STRATEGIES[incident.cluster];
    return {
      dueAt: standing?.statementDueAt?.toISOString() ?? null,
      firstSentAt: standing?.statementAt?.toISOString() ?? null,
      ready: versions
        .map((version) => ({
          answerId: version.answerId,
          question: version.question,
          strategy: version.strategy,
          fitsCluster: fitting.includes(version.strategy),
          levelMin: version.levelMin,
          levelMax: version.levelMax,
          languages: LOCALES.filter((locale) => version.variants.some(({ language }) => language === locale)),
        }))
        .sort((one, other) => Number(other.fitsCluster) - Number(one.fitsCluster)),
      coverage: await this.coverage(incidentId, versions),
      published: await this.published(incidentId),
    };
  }

  /** What would be published under each of the mentions that weigh most. Throws `statement-not-ready`. */
  async preview(incidentId: string, answerId: string): Promise<ResponseOf<typeof previewStatement>> {
    const version = await this.readyVersion(incidentId, answerId);
    const attached = new Set(await this.attachedIds(incidentId));
    const mentions = await readSummaries(this.dataSource.manager, await this.waitingIds(incidentId));
    const items: ResponseOf<typeof previewStatement>['items'] = [];
    for (const mention of mentions) {
      items.push({
        mention,
        attached: attached.has(mention.id),
        ...(await this.previewOne(mention, version)),
      });
    }
    return { placeholders: version.placeholders, items };
  }

  /**
   * One reply after the other, in a transaction each: what is refused for one mention holds back no other. The key of
   * each follows from incident, mention and choice, so that asking again gives the replies that are there.
   */
  async publish(
    incidentId: string,
    answerId: string,
    items: Items,
    replier: IncidentActor,
  ): Promise<ResponseOf<typeof publishStatement>> {
    const version = await this.readyVersion(incidentId, answerId);
    await this.refuseForeign(incidentId, items, version);
    const mentionIds = items.map(({ mentionId }) => mentionId);
    const keyOf = await choiceKeys(this.dataSource.manager, `incident-${incidentId}`, mentionIds);
    const results: ResponseOf<typeof publishStatement>['results'] = [];
    for (const { mentionId, answerVariantId, placeholders, wording } of items) {
      const choice = { answerVariantId, placeholders, wording };
      try {
        const { id, state } = await this.outbox.send(mentionId, choice, replier, keyOf(mentionId, choice));
        results.push({ mentionId, outcome: 'queued', replyId: id, state });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { code, detail, params } = error;
        results.push({ mentionId, outcome: 'refused', code, detail, params });
      }
    }
    const count = results.filter(({ outcome }) => outcome === 'queued').length;
    if (count > 0) {
      await inTransaction(this.dataSource, async ({ manager }) => {
        const params = { answer_fr: version.question.fr, answer_en: version.question.en, answerId, count };
        const incident = await lockIncident(manager, incidentId);
        await finishIncident(
          manager,
          incident,
          replier,
          [{ event: 'statement_published', params }],
          new Date(),
        );
      });
    }
    return { results };
  }

  private async previewOne(mention: MentionSummary, version: StatementVersion) {
    const language = LOCALES.find((locale): locale is Locale => locale === mention.language) ?? null;
    const variant = pickVariant(version.variants, version.placeholders, {
      network: mention.network,
      language,
    });
    if (!variant) {
      const problem = { code: 'variant-missing', detail: `no text is made for ${mention.network}` };
      return {
        ...{ answerVariantId: null, placeholders: {}, blanks: [], body: null, language: null },
        ...{ text: null, fits: false, problem },
      };
    }
    const blanks = placeholdersIn(variant.body);
    const placeholders = proposedValues(version, blanks, mention);
    const { id: answerVariantId, body, language: written } = variant;
    const item = { answerVariantId, placeholders, blanks, body, language: written };
    try {
      const { text, fits } = await this.outbox.preview(mention.id, {
        answerVariantId: variant.id,
        placeholders,
      });
      return { ...item, text, fits, problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...item, text: null, fits: false, problem: { code: error.code, detail: error.detail } };
    }
  }

  private async readyVersion(incidentId: string, answerId: string): Promise<StatementVersion> {
    const { manager } = this.dataSource;
    const incident = await readIncidentRecord(manager, incidentId);
    refuseClosed(incident);
    return readyStatement(manager, incident, answerId);
  }

  private async coverage(
    incidentId: string,
    versions: readonly StatementVersion[],
  ): Promise<Statements['coverage']> {
    const rows: { language: Locale; network: string; mentions: number }[] = await this.dataSource.query(
      `select case when m.language = 'fr' then 'fr' else 'en' end as language, m.network, count(*)::integer as mentions
       ${WAITING} group by 1, 2 order by 3 desc, 2, 1`,
      [incidentId],
    );
    return rows.map((row) => ({
      ...row,
      answerIds: versions
        .filter(({ variants }) =>
          variants.some(
            ({ language, network }) =>
              language === row.language && (network === null || network === row.network),
          ),
        )
        .map(({ answerId }) => answerId),
    }));
  }

  private async published(incidentId: string): Promise<Statements['published']> {
    const rows: (Omit<Statements['published'][number], 'lastAt'> & { lastAt: Date })[] =
      await this.dataSource.query(
        `select r.answer_id as "answerId", json_build_object('fr', min(v.question_fr), 'en', min(v.question_en)) as question,
           r.state, count(*)::integer as replies, max(coalesce(r.sent_at, r.created_at)) as "lastAt"
         from incident i cross join lateral (${DETECTED}) detected
         join reply r on r.realm = i.realm and r.created_at >= detected.at
           and (i.closed_at is null or r.created_at <= i.closed_at)
         join answer a on a.id = r.answer_id and a.kind = 'holding_statement'
         join answer_version v on v.id = r.answer_version_id
         where i.id = $1 and (
           exists (select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = i.topic_id)
           or exists (select from incident_attachment x where x.incident_id = i.id and x.kind = 'mention'
             and x.subject_id = r.mention_id))
         group by r.answer_id, r.state order by 5 desc`,
        [incidentId],
      );
    return rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt.toISOString() }));
  }

  private async waitingIds(incidentId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select m.id ${WAITING}
       order by not candidate.attached, m.severity desc, m.author_followers desc nulls last, m.id
       limit ${MOST_MENTIONS}`,
      [incidentId],
    );
    return rows.map(({ id }) => id);
  }

  private async attachedIds(incidentId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select subject_id as id from incident_attachment where incident_id = $1 and kind = 'mention'`,
      [incidentId],
    );
    return rows.map(({ id }) => id);
  }

  private async refuseForeign(incidentId: string, items: Items, version: StatementVersion): Promise<void> {
    const ids = items.map(({ mentionId }) => mentionId);
    const own = await mentionsOfIncident(this.dataSource.manager, incidentId, ids);
    const variants = new Set(version.variants.map(({ id }) => id));
    const errors = items.flatMap(({ mentionId, answerVariantId }, index): FieldError[] => {
      const field = `items.${index}.mentionId`;
      if (ids.indexOf(mentionId) !== index)
        return [{ field, code: 'duplicate-mention', detail: 'is named twice' }];
      if (!own.has(mentionId))
        return [
          { field, code: 'mention-not-of-incident', detail: 'names a mention that is not of this incident' },
        ];
      if (!variants.has(answerVariantId)) {
        const detail = 'names a text that does not belong to this holding statement';
        return [{ field: `items.${index}.answerVariantId`, code: 'variant-not-of-statement', detail }];
      }
      return [];
    });
    if (errors.length > 0) throw invalid(errors);
  }
}

/** Mentions `m` of incident $1 that wait for an answer: of its topic since the crisis was noticed, or attached. */
const WAITING = `
  from incident i cross join lateral (${DETECTED}) detected
  cross join lateral (
    select each.mention_id, bool_or(each.attached) as attached from (
      select x.subject_id as mention_id, true as attached from incident_attachment x
      where x.incident_id = i.id and x.kind = 'mention'
      union all select t.mention_id, false from mention_topic t
      where t.topic_id = i.topic_id and t.published_at >= detected.at - interval '1 day') each
    group by each.mention_id) candidate
  join mention_identity k on k.mention_id = candidate.mention_id
  join mention m on m.id = k.mention_id and m.published_at = k.published_at and m.realm = i.realm
    and m.assessed_at is not null and not m.own and m.state in ('new', 'in_progress', 'escalated')
  where i.id = $1`;

async function mentionsOfIncident(
  manager: EntityManager,
  incidentId: string,
  mentionIds: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `select given.id from incident i cross join unnest($2::bigint[]) as given(id)
     where i.id = $1 and (
       exists (select from incident_attachment x where x.incident_id = i.id and x.kind = 'mention'
         and x.subject_id = given.id)
       or exists (select from mention_topic t where t.mention_id = given.id and t.topic_id = i.topic_id))`,
    [incidentId, mentionIds],
  );
  return new Set(rows.map(({ id }) => id));
}
