import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Seals } from '#platform/sealing';
import { ACTION_LINK_DAYS, readAction, signAction, type SignedAction } from './action-token.js';
import type { Links } from './message.js';
import type { ActionKind } from './notice-kinds.js';

const PURPOSE = 'passerelle action link';

/** Addresses of the console for people who read them elsewhere. */
@Injectable()
export class ConsoleLinks implements Links {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'port'>,
    private readonly seals: Seals,
  ) {}

  page(path: string): string {
    return new URL(path, this.config.publicUrl ?? `http://localhost:${this.config.port}`).toString();
  }

  action(action: { kind: ActionKind; subjectId: string }): string {
    const expiresAt = new Date(Date.now() + ACTION_LINK_DAYS * 86_400_000);
    return this.page(`/act/${signAction(this.seals.signingKey(PURPOSE), { ...action, expiresAt })}`);
  }

  /** What a token is for; null when it is not ours or has expired. */
  read(token: string): SignedAction | null {
    return readAction(this.seals.signingKey(PURPOSE), token, new Date());
  }
}
