import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type FieldError, type InputOf, LOCALES, type ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { invalid, Problem } from '#platform/problem';
import { PostsService, readReplies, replyView } from '#replies';
import { pickVariant, placeholdersIn } from '#rules/answers';
import type { previewPosts, PostsPreview, proposePosts, readPosts } from './contract.js';
import {
  finishIncident,
  type IncidentActor,
  type IncidentRecord,
  lockOpenIncident,
  readIncidentRecord,
  refuseClosed,
} from './incident-record.js';
import { readyStatement, type StatementVersion } from './statement-versions.js';

/** Posts that the page of an incident shows. */
const MOST_POSTS = 100;

type Preview = InputOf<typeof previewPosts>['body'];
type Proposal = InputOf<typeof proposePosts>['body'];

/**
 * Holding statements of an incident as posts of their own on the organisation's accounts: proposed by one person, released
 * by another, and published by the outbox like every reply.
 */
@Injectable()
export class IncidentPostsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostsService,
  ) {}

  async read(incidentId: string): Promise<ResponseOf<typeof readPosts>> {
    const { manager } = this.dataSource;
    await readIncidentRecord(manager, incidentId);
    const posts = await readReplies(manager, 'r.incident_id = $1', [incidentId], MOST_POSTS);
    return { items: posts.map(replyView) };
  }

  /** On each account of the incident's realm, the text made for its network in this language. */
  async preview(
    incidentId: string,
    answerId: string,
    { language, placeholders }: Preview,
  ): Promise<PostsPreview> {
    const { manager } = this.dataSource;
    const incident = await readIncidentRecord(manager, incidentId);
    refuseClosed(incident);
    const version = await readyStatement(manager, incident, answerId);
    const variants = version.variants.filter((variant) => variant.language === language);
    const items: PostsPreview['items'] = [];
    const blanks = new Set<string>();
    for (const account of await this.posts.accounts(incident.realm)) {
      const { sourceId, network, obstacle } = account;
      const variant =
        obstacle === null ? pickVariant(variants, version.placeholders, { network, language }) : null;
      const written = variant ? placeholdersIn(variant.body) : [];
      for (const name of written) blanks.add(name);
      const own = Object.fromEntries(Object.entries(placeholders).filter(([name]) => written.includes(name)));
      items.push({
        ...account,
        answerVariantId: variant?.id ?? null,
        ...(variant
          ? await this.previewOne(incidentId, { sourceId, answerVariantId: variant.id, placeholders: own })
          : nothing(obstacle === null ? `no text is made for ${network} in this language` : null)),
      });
    }
    return {
      languages: LOCALES.filter((locale) => version.variants.some((variant) => variant.language === locale)),
      placeholders: version.placeholders.filter(({ name }) => blanks.has(name)),
      items,
    };
  }

  private async previewOne(incidentId: string, choice: Parameters<PostsService['preview']>[1]) {
    try {
      return { ...(await this.posts.preview(incidentId, choice)), problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...nothing(null), problem: { code: error.code, detail: error.detail } };
    }
  }

  /** All of them or none, in one transaction, with a line in the log; each waits for its second key. */
  propose(
    incidentId: string,
    answerId: string,
    { items, placeholders }: Proposal,
    person: IncidentActor,
  ): Promise<ResponseOf<typeof proposePosts>> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const incident = await lockOpenIncident(manager, incidentId);
      const version = await readyStatement(manager, incident, answerId);
      await this.refuseWrong(manager, incident, version, items);
      const choices = items.map((item) => ({
        ...item,
        placeholders: valuesFor(version, item, placeholders),
      }));
      const posts = await this.posts.propose(manager, incidentId, choices, person);
      await finishIncident(
        manager,
        incident,
        person,
        [
          {
            event: 'post_proposed',
            params: {
              answer_fr: version.question.fr,
              answer_en: version.question.en,
              answerId,
              accounts: posts.map(({ account }) => account).join(', '),
            },
          },
        ],
        new Date(),
      );
      return { items: posts.map(replyView) };
    });
  }

  /** Names the accounts that are none of ours here, that cannot post, or that are named twice, and foreign texts. */
  private async refuseWrong(
    manager: EntityManager,
    incident: IncidentRecord,
    version: StatementVersion,
    items: Proposal['items'],
  ): Promise<void> {
    const accounts = new Map(
      (await this.posts.accounts(incident.realm, manager)).map((one) => [one.sourceId, one]),
    );
    const variants = new Set(version.variants.map(({ id }) => id));
    const seen = new Set<string>();
    const errors = items.flatMap(({ sourceId, answerVariantId }, index): FieldError[] => {
      const field = `items.${index}.sourceId`;
      const account = accounts.get(sourceId);
      const twice = seen.has(sourceId);
      seen.add(sourceId);
      if (twice) return [{ field, code: 'duplicate-account', detail: 'is named twice' }];
      if (!account)
        return [{ field, code: 'not-an-account', detail: 'is no account that posts can leave from here' }];
      if (account.obstacle !== null) {
        const params = { account: account.account };
        return [{ field, code: 'account-cannot-post', detail: `cannot post: ${account.obstacle}`, params }];
      }
      if (variants.has(answerVariantId)) return [];
      const detail = 'names a text that does not belong to this holding statement';
      return [{ field: `items.${index}.answerVariantId`, code: 'variant-not-of-statement', detail }];
    });
    if (errors.length > 0) throw invalid(errors);
  }
}

/** Of the values given for all texts, those that this one has a blank for. */
function valuesFor(
  version: StatementVersion,
  { answerVariantId }: Proposal['items'][number],
  placeholders: Readonly<Record<string, string>>,
): Record<string, string> {
  const body = version.variants.find(({ id }) => id === answerVariantId)?.body ?? '';
  const written = placeholdersIn(body);
  const declared = new Set(version.placeholders.map(({ name }) => name));
  // One that the statement does not know is handed on, to be refused by name.
  return Object.fromEntries(
    Object.entries(placeholders).filter(([name]) => written.includes(name) || !declared.has(name)),
  );
}

function nothing(detail: string | null) {
  const problem = detail === null ? null : { code: 'variant-missing', detail };
  return { text: null, length: null, limit: null, fits: false, problem };
}
