import { Injectable } from '@nestjs/common';
import type { ActionView } from '#contract/notifications';
import type { Actor } from '#platform/http';
import { conflict, invalidField, Problem } from '#platform/problem';
import { type ActionHandler, ActionHandlers, type ChosenAction } from './action-handler.js';
import type { SignedAction } from './action-token.js';
import { ConsoleLinks } from './links.js';

/**
 * What signed links lead to. A link opens a page and gives no right: who acts is whoever is signed in, and the domain of
 * the subject checks the right of that person, at reading and again at acting.
 */
@Injectable()
export class ActionsService {
  constructor(
    private readonly links: ConsoleLinks,
    private readonly handlers: ActionHandlers,
  ) {}

  async read(token: string, actor: Actor): Promise<ActionView> {
    const { action, handler } = this.open(token);
    const subject = await handler.describe(action.subjectId, actor);
    return { ...subject, kind: action.kind, expiresAt: action.expiresAt.toISOString() };
  }

  /** Answers where in the console the subject is found. */
  async perform(token: string, chosen: ChosenAction, actor: Actor): Promise<{ link: string }> {
    const { action, handler } = this.open(token);
    const { choices, link } = await handler.describe(action.subjectId, actor);
    const choice = choices.find(({ key }) => key === chosen.choice);
    if (!choice) throw invalidField('choice', 'choice-unknown', 'is not offered to you here');
    if (choice.comment === 'required' && !chosen.comment) {
      throw invalidField('comment', 'required', 'is needed for this choice');
    }
    await handler.perform(action.subjectId, chosen, actor);
    return { link };
  }

  private open(token: string): { action: SignedAction; handler: ActionHandler } {
    const action = this.links.read(token);
    if (!action) {
      throw new Problem(410, 'action-invalid', 'This link has expired, or was not made by this workspace.');
    }
    const handler = this.handlers.find(action.kind);
    if (!handler) {
      throw conflict('action-not-offered', 'This installation does not offer this action by link.', {
        kind: action.kind,
      });
    }
    return { action, handler };
  }
}
