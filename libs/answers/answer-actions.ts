import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ActionHandler, ActionHandlers, type ActionSubject, type ChosenAction } from '#notifications';
import type { Actor } from '#platform/http';
import { conflict, forbidden, invalidField } from '#platform/problem';
import { ApprovalsService } from './approvals.service.js';
import { answerNotFound, nextState } from './change-answer.js';
import { wrote } from './version-moves.js';
import { readVersions, type VersionRecord } from './version-record.js';

/**
 * Deciding on a version by signed link. Each choice names the department and the hash of the content that was shown, so
 * that a decision stands on the words that were read; the right is checked as everywhere else.
 */
@Injectable()
export class AnswerActions implements ActionHandler, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly handlers: ActionHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('answer.decide', this);
  }

  async describe(versionId: string, actor: Actor): Promise<ActionSubject> {
    const version = await this.read(versionId);
    if (!actor.permissions.includes('answers.approve')) {
      throw forbidden('not-allowed', 'Your role does not include approving answers.');
    }
    nextState(version, 'approve');
    if (wrote(version, actor.personId)) {
      throw forbidden('own-words', 'Nobody approves their own words: you wrote or edited this version.');
    }
    const mine = version.content.departmentIds.filter((id) => actor.departmentIds.includes(id));
    if (mine.length === 0) {
      throw forbidden('not-your-department', 'You are not asked to decide for any of its departments.');
    }
    const decided = new Set(version.approvals.map(({ departmentId }) => departmentId));
    const open = mine.filter((id) => !decided.has(id));
    if (open.length === 0) {
      throw conflict('department-already-decided', 'Your department has decided on this version.');
    }
    const { fr, en } = version.content.question;
    return {
      title: { fr: fr || en, en: en || fr },
      texts: version.variants.map(({ language, network, body }) => ({ language, network, text: body })),
      link: `/library/${version.answerId}`,
      choices: await this.choices(open, version.contentHash ?? ''),
    };
  }

  async perform(versionId: string, { choice, comment }: ChosenAction, actor: Actor): Promise<void> {
    const version = await this.read(versionId);
    const [does, departmentId, contentHash] = choice.split(':');
    if ((does !== 'approve' && does !== 'refuse') || !departmentId || !contentHash) {
      throw invalidField('choice', 'choice-unknown', 'is not offered here');
    }
    await this.approvals.decide(
      version.answerId,
      version.number,
      {
        departmentId,
        decision: does === 'approve' ? 'approved' : 'refused',
        comment: comment ?? undefined,
        contentHash,
      },
      actor,
    );
  }

  private async choices(departmentIds: readonly string[], hash: string): Promise<ActionSubject['choices']> {
    const departments: { id: string; fr: string; en: string }[] = await this.dataSource.query(
      'select id, name_fr as fr, name_en as en from department where id = any($1::bigint[]) order by id',
      [departmentIds],
    );
    return departments.flatMap(({ id, fr, en }) => [
      {
        key: `approve:${id}:${hash}`,
        does: 'approve' as const,
        department: { fr, en },
        comment: 'optional' as const,
      },
      {
        key: `refuse:${id}:${hash}`,
        does: 'refuse' as const,
        department: { fr, en },
        comment: 'required' as const,
      },
    ]);
  }

  private async read(versionId: string): Promise<VersionRecord> {
    const [version] = await readVersions(this.dataSource.manager, 'v.id = $1', [versionId]);
    if (!version) throw answerNotFound(versionId);
    return version;
  }
}
