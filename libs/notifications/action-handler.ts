import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/http';
import type { ActionChoice, ActionView } from './contract.js';
import type { ActionKind } from './notice-kinds.js';

/** What a person answers on the confirmation page. */
export interface ChosenAction {
  /** Key of one of the choices that `describe` offered. */
  choice: string;
  comment: string | null;
}

/** What a domain shows of a subject; the rest of the page comes from the link. */
export type ActionSubject = Pick<ActionView, 'title' | 'texts' | 'link'> & { choices: ActionChoice[] };

/**
 * How the domain of a subject lets it be acted upon by signed link. The link proves nothing about a person: both
 * methods check the right of the one who is signed in, and throw a Problem when it is missing or things have moved on.
 */
export interface ActionHandler {
  describe(subjectId: string, actor: Actor): Promise<ActionSubject>;
  perform(subjectId: string, chosen: ChosenAction, actor: Actor): Promise<void>;
}

/** Where domains say how their subjects are acted upon, when their HTTP module starts. */
@Injectable()
export class ActionHandlers {
  private readonly handlers = new Map<ActionKind, ActionHandler>();

  register(kind: ActionKind, handler: ActionHandler): void {
    this.handlers.set(kind, handler);
  }

  find(kind: ActionKind): ActionHandler | null {
    return this.handlers.get(kind) ?? null;
  }
}
