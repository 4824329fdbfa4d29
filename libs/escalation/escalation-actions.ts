import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ActionHandler, ActionHandlers, type ActionSubject, type ChosenAction } from '#notifications';
import type { Actor } from '#platform/http';
import { conflict, forbidden, invalidField, notFound } from '#platform/problem';
import { askedPersons } from './acting.js';
import { EscalationsService } from './escalations.service.js';
import { mayAct } from './may-act.js';

const TAKE = 'acknowledge';

interface AskToTake {
  escalationId: string;
  departmentId: string | null;
  state: string;
  question: string;
  fr: string | null;
  en: string | null;
  text: string | null;
  language: string | null;
  network: string | null;
}

/** Taking a question on by a signed link of a message; the right of whoever is signed in is checked as everywhere. */
@Injectable()
export class EscalationActions implements ActionHandler, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly escalations: EscalationsService,
    private readonly handlers: ActionHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('escalation.acknowledge', this);
  }

  async describe(askId: string, actor: Actor): Promise<ActionSubject> {
    const ask = await this.read(askId);
    const asked = await askedPersons(this.dataSource.manager, [askId]);
    if (!mayAct(actor, { departmentId: ask.departmentId, askedIds: asked.get(askId) ?? [] })) {
      throw forbidden('not-your-escalation', 'Another department is asked.');
    }
    if (ask.state === 'acknowledged') {
      throw conflict('escalation-already-taken', 'Somebody has taken this.');
    }
    if (ask.state !== 'open') {
      throw conflict('escalation-already-decided', 'This is settled.', { state: ask.state });
    }
    const department = ask.fr !== null && ask.en !== null ? { fr: ask.fr, en: ask.en } : null;
    return {
      title: { fr: ask.question, en: ask.question },
      texts:
        ask.text === null ? [] : [{ language: ask.language ?? 'und', network: ask.network, text: ask.text }],
      link: `/escalations/${ask.escalationId}`,
      choices: [{ key: TAKE, does: 'acknowledge', department, comment: 'none' }],
    };
  }

  async perform(askId: string, { choice }: ChosenAction, actor: Actor): Promise<void> {
    if (choice !== TAKE) throw invalidField('choice', 'choice-unknown', 'is not offered here');
    const { escalationId } = await this.read(askId);
    await this.escalations.acknowledge(actor, { escalationId, askId });
  }

  private async read(askId: string): Promise<AskToTake> {
    const [ask]: AskToTake[] = await this.dataSource.query(
      `select a.escalation_id as "escalationId", a.department_id as "departmentId", a.state, e.question,
         d.name_fr as fr, d.name_en as en, m.text, m.language, m.network
       from escalation_ask a join escalation e on e.id = a.escalation_id
       left join department d on d.id = a.department_id
       left join lateral (
         select mention.text, mention.language, mention.network from escalation_mention em
         join mention_identity i on i.mention_id = em.mention_id
         join mention on mention.id = i.mention_id and mention.published_at = i.published_at
         where em.escalation_id = e.id order by em.mention_id limit 1) m on true
       where a.id = $1`,
      [askId],
    );
    if (!ask) throw notFound('ask-not-found', 'This question is not asked any more.');
    return ask;
  }
}
