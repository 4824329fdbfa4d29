import type { Inject, Reaction, Scenario, Targets } from '../contract-scenario.js';
import { READY_PICTURES, type ReadyPicture } from './pictures.js';

/** An inject as the ready scenarios write it; times are minutes of the scenario. */
export interface InjectDraft {
  at: number;
  key: string;
  look: 'x' | 'facebook' | 'instagram' | 'youtube' | 'mastodon' | 'bluesky' | 'feed';
  by: keyof typeof VOICES;
  fr: string;
  en: string;
  /** Told to come with a picture or a film that is not shown. */
  media?: true;
  picture?: ReadyPicture;
  under?: string;
  /** Comes only if this reaction to an earlier inject was not done by then, or was. */
  unless?: [inject: string, reaction: Reaction['kind']];
  onceDone?: [inject: string, reaction: Reaction['kind']];
  ask?: Reaction[];
  note: [fr: string, en: string];
}

/** Invented people and media around an invented transport company. */
const VOICES = {
  anna: ['anna_tram7', 'Anna T.', 310],
  bilal: ['bilal_roule', 'Bilal', 145],
  cleo: ['cleo_onwheels', 'Cléo', 2100],
  dominic: ['dom_fairweather', 'Dominic Fairweather', 620],
  elsa: ['elsa_k', 'Elsa K.', 88],
  farouk: ['farouk_75', 'Farouk', 203],
  grace: ['grace_odell', 'Grace O’Dell', 940],
  hugo: ['hugo_dessine', 'Hugo', 5400],
  jeanne: ['jeanne_mam', 'Jeanne', 61],
  kim: ['kim_vlogs', 'Kim', 182_000],
  loic: ['loic_secours', 'Loïc', 410],
  gazette: ['la_gazette_mob', 'La Gazette des Mobilités', 48_200],
  courier: ['estuary_tribune', 'The Estuary Tribune', 91_000],
  radio: ['radio_rivage', 'Radio Rivage', 64_000],
  nadia: ['nadia_m', 'Nadia M.', 730],
  tomas: ['tomas_quai', 'Tomás', 190],
  iris: ['iris_vdm', 'Iris', 1250],
  union: ['union_riders', 'Union des usagers', 7300],
  troll: ['mouettes_44', 'Mouettes', 12],
  joker: ['le_retropedaleur', 'Le Rétropédaleur', 23_500],
} satisfies Record<string, [handle: string, name: string, followers: number]>;

export const reply = (minutes: number, answer: string | null = null): Reaction => ({
  ...{ kind: 'reply', withinSeconds: minutes * 60, answer },
});
export const noReply = (minutes: number): Reaction => ({ kind: 'no_reply', withinSeconds: minutes * 60 });
export const escalate = (minutes: number, department: string | null = null): Reaction => ({
  ...{ kind: 'escalate', withinSeconds: minutes * 60, department },
});
export const incident = (minutes: number): Reaction => ({ kind: 'incident', withinSeconds: minutes * 60 });
export const holding = (minutes: number): Reaction => ({
  ...{ kind: 'holding_statement', withinSeconds: minutes * 60 },
});
export const level = (minutes: number, least: number): Reaction => ({
  ...{ kind: 'level', withinSeconds: minutes * 60, level: least },
});

export interface ReadyScenario {
  key: string;
  scenario: Scenario;
}

/** Targets in minutes: detection, holding statement, taking an escalation; and the level that fits. */
export function readyScenario(
  key: string,
  name: [fr: string, en: string],
  description: [fr: string, en: string],
  targets: { detection: number; holding: number; acknowledge: number; level: Targets['level'] },
  drafts: readonly InjectDraft[],
): ReadyScenario {
  return {
    key,
    scenario: {
      name: { fr: name[0], en: name[1] },
      description: { fr: description[0], en: description[1] },
      crisisType: key,
      targets: {
        detectionSeconds: targets.detection * 60,
        holdingStatementSeconds: targets.holding * 60,
        acknowledgeSeconds: targets.acknowledge * 60,
        level: targets.level,
      },
      injects: drafts.map(injectOf),
    },
  };
}

function injectOf(draft: InjectDraft): Inject {
  const [handle, name, followers] = VOICES[draft.by];
  const condition = draft.unless ?? draft.onceDone;
  return {
    key: draft.key,
    atSeconds: draft.at * 60,
    look: draft.look,
    author: { handle, name, followers },
    text: { fr: draft.fr, en: draft.en },
    hasMedia: draft.media ?? false,
    ...(draft.picture ? { picture: READY_PICTURES[draft.picture] } : {}),
    replyTo: draft.under ?? null,
    branch: condition
      ? { inject: condition[0], reaction: condition[1], when: draft.unless ? 'not_done' : 'done' }
      : null,
    expected: draft.ask ?? [],
    note: { fr: draft.note[0], en: draft.note[1] },
  };
}
