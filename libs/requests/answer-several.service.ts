import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LibraryService } from '#answers';
import type { AnswerVersion } from '#contract/answers';
import { readSummaries } from '#mentions';
import { conflict } from '#platform/problem';
import type { ChosenReplies, PreviewedReplies, SentReplies } from './contract-answering.js';
import type { RequestPerson } from './move-request.js';
import { SendTogether } from './send-together.js';

/** Answering mentions that were ticked together with one answer of the library. */
@Injectable()
export class AnswerSeveralService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: LibraryService,
    private readonly together: SendTogether,
  ) {}

  /** In the order in which the mentions are named; those that are gone are left out. Changes nothing. */
  async preview(answerId: string, mentionIds: readonly string[]): Promise<PreviewedReplies> {
    const version = await this.inForce(answerId);
    const summaries = await readSummaries(this.dataSource.manager, [...new Set(mentionIds)]);
    return this.together.preview(answerId, version, summaries);
  }

  async send(
    answerId: string,
    items: ChosenReplies['items'],
    replier: RequestPerson,
  ): Promise<SentReplies['results']> {
    const version = await this.inForce(answerId);
    const variants = new Set(version.variants.map(({ id }) => id));
    const foreign = ({ answerVariantId }: ChosenReplies['items'][number]) =>
      variants.has(answerVariantId)
        ? null
        : {
            field: 'answerVariantId',
            code: 'variant-not-of-answer',
            detail: 'names a text that does not belong to the version of this answer that is in force',
          };
    return this.together.send(`answer-${answerId}`, items, foreign, replier);
  }

  private async inForce(answerId: string): Promise<AnswerVersion> {
    const version = (await this.library.read(answerId)).versions.find(({ current }) => current);
    if (!version) {
      throw conflict('answer-not-approved', 'This answer has no version that is approved and in force.');
    }
    return version;
  }
}
