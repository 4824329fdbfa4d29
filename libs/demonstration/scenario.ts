import { ACCOUNTS } from './scenario/accounts.js';
import { AFTERMATH } from './scenario/aftermath.js';
import { GROWTH } from './scenario/growth.js';
import { INCIDENT } from './scenario/incident.js';
import type { DemoInject, InjectDraft } from './scenario/inject.js';
import { OPENING } from './scenario/opening.js';

export type { DemoAuthorKind, DemoExpectation, DemoHarm, DemoInject, DemoIntent } from './scenario/inject.js';

export interface DemoScenario {
  key: string;
  nameFr: string;
  nameEn: string;
  descriptionFr: string;
  descriptionEn: string;
  /** In the order of their time. */
  injects: readonly DemoInject[];
}

/** An ordinary morning at Lumen until a battery burns a hand: twenty-five minutes on the training network. */
export const DEMO_SCENARIO: DemoScenario = {
  key: 'lumen_battery_morning',
  nameFr: 'La batterie des Halles',
  nameEn: 'The battery at Les Halles',
  descriptionFr:
    'Un matin ordinaire chez Lumen Mobilité : questions, merci, une application capricieuse. Puis la batterie d’un vélo brûle la main d’une cliente. Rumeurs, presse, influenceurs, paroles malheureuses de la direction : vingt-cinq minutes pour trouver les mots justes, et les faire approuver.',
  descriptionEn:
    'An ordinary morning at Lumen Mobilité: questions, thanks, a moody app. Then the battery of a bike burns a customer’s hand. Rumours, press, influencers, unfortunate words from the top: twenty-five minutes to find the right words, and to have them approved.',
  injects: completed([...OPENING, ...INCIDENT, ...GROWTH, ...AFTERMATH]),
};

function completed(drafts: readonly InjectDraft[]): DemoInject[] {
  const places = new Map<string, number>();
  return drafts.map(({ at, by, id, replyTo, ...draft }, index) => {
    const account = ACCOUNTS[by];
    if (!account) throw new Error(`the scenario has no account ${by}`);
    const inReplyToIndex = replyTo === undefined ? undefined : places.get(replyTo);
    if (replyTo !== undefined && inReplyToIndex === undefined)
      throw new Error(`the inject at ${at} s answers ${replyTo}, which does not come before it`);
    if (id !== undefined) places.set(id, index);
    return {
      atSeconds: at,
      authorHandle: by,
      authorName: account.name,
      authorBio: account.bio,
      authorKind: account.kind,
      followers: account.followers,
      ...draft,
      ...(inReplyToIndex === undefined ? {} : { inReplyToIndex }),
    };
  });
}
