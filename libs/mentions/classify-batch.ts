import type { DataSource } from 'typeorm';
import { assess, type CompiledLexicon, detectLanguage, LexiconCache, measuredModels } from '#classification';
import { MessageIndexCache } from '#messages';
import { mentionsAssessed } from '#platform/telemetry';
import { factsOf } from '#stakeholders';
import { type TopicSet, TopicSetCache } from '#topics';
import { type AssessedMention, writeAssessments } from './assessment-write.js';
import { sqlState } from './deadlock.js';
import type { ClaimedMention } from './queue-claim.js';

export interface BatchOutcome {
  assessed: number;
  failed: number;
}

/**
 * Classifies claimed batches: assessed in memory, written back in one transaction. Keeps the compiled lexicon and
 * topics between batches and renews them when they have changed.
 */
export class Classifier {
  private readonly lexicons = new LexiconCache();
  private readonly topics = new TopicSetCache();
  private readonly messages = new MessageIndexCache();
  private readonly model = measuredModels();

  constructor(
    private readonly dataSource: DataSource,
    private readonly judge: typeof assess = assess,
  ) {}

  /**
   * A mention that cannot be classified is set aside with its problem and tried again later; the others go through.
   * Throws only where the database itself cannot be worked with: then nothing changed, and the lease runs out.
   */
  async classify(batch: readonly ClaimedMention[]): Promise<BatchOutcome> {
    if (batch.length === 0) return { assessed: 0, failed: 0 };
    const lexicon = await this.lexicons.current(this.dataSource);
    const assessed: AssessedMention[] = [];
    let failed = 0;
    for (const mention of batch) {
      try {
        assessed.push(this.judged(mention, lexicon));
      } catch (error) {
        await this.setAside(mention, error);
        failed += 1;
      }
    }
    if (assessed.length === 0) return { assessed: 0, failed };
    try {
      return { assessed: await this.write(assessed), failed };
    } catch (error) {
      if (!isAboutValues(error)) throw error;
      const outcome = await this.writeOneByOne(assessed);
      return { assessed: outcome.assessed, failed: failed + outcome.failed };
    }
  }

  private judged(mention: ClaimedMention, lexicon: CompiledLexicon): AssessedMention {
    const assessment = this.judge(
      {
        text: mention.text,
        hasMedia: mention.hasMedia,
        ...(mention.languageHint === null ? {} : { languageHint: mention.languageHint }),
        author: {
          followers: mention.authorFollowers ?? undefined,
          handle: mention.authorHandle ?? undefined,
          name: mention.authorName ?? undefined,
          ...factsOf(mention.stakeholder),
        },
      },
      lexicon,
      detectLanguage,
      { model: this.model },
    );
    return { mention, assessment };
  }

  private async write(batch: readonly AssessedMention[]): Promise<number> {
    const written = new Set(
      await writeAssessments(
        this.dataSource,
        batch,
        (manager, revision): Promise<TopicSet> => this.topics.at(manager, revision),
        this.messages,
      ),
    );
    for (const { mention, assessment } of batch) {
      if (written.has(mention.id)) mentionsAssessed.inc({ level: String(assessment.level) });
    }
    return written.size;
  }

  private async writeOneByOne(batch: readonly AssessedMention[]): Promise<BatchOutcome> {
    const outcome = { assessed: 0, failed: 0 };
    for (const one of batch) {
      try {
        outcome.assessed += await this.write([one]);
      } catch (error) {
        if (!isAboutValues(error)) throw error;
        await this.setAside(one.mention, error);
        outcome.failed += 1;
      }
    }
    return outcome;
  }

  /** Keeps the mention in the queue with its problem; the pause before the next try grows. */
  private async setAside(mention: ClaimedMention, error: unknown): Promise<void> {
    const problem = (error instanceof Error ? error.message : String(error))
      .replaceAll('\0', '')
      .slice(0, 500);
    await this.dataSource.query(
      `update mention_queue set attempts = greatest(attempts, 1), problem = $2,
         lease_until = now() + least(600, 2 * 3 ^ greatest(attempts, 1)) * interval '1 second'
       where mention_id = $1`,
      [mention.id, problem],
    );
  }
}

/** Whether the database refused the values themselves, rather than being away, busy, full or shutting down. */
function isAboutValues(error: unknown): boolean {
  const state = sqlState(error);
  return state !== undefined && /^(21|22|23|54)[0-9A-Z]{3}$/.test(state);
}
