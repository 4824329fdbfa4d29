import { OTHER_CRISIS } from './ready-playbooks.js';

/** What is known of the mentions behind a level. */
export interface HarmCount {
  /** A harm category of classification. */
  harm: string;
  mentions: number;
  /** The highest severity among them, 0-100. */
  severity: number;
}

export interface GuessedType {
  type: string;
  /** The category that it follows from; null where none said anything. */
  harm: string | null;
  mentions: number;
}

const TYPE_OF_HARM: Readonly<Record<string, string>> = {
  injury_or_death: 'accident_on_site',
  safety_health: 'product_defect',
  data_breach_fraud: 'data_breach',
  discrimination_harassment: 'discrimination',
  environment: 'accident_on_site',
  product_failure: 'product_defect',
  service_failure: 'service_outage',
};

/** A harm that a mention or two speak of does not outweigh what very many speak of. */
const SEVERITY_WEIGHT = 1;
const VOLUME_WEIGHT = 20;

/**
 * The type of crisis that the mentions point to: the category that weighs most, severity + 20 × share of the mentions
 * that speak of it; `other` where none points to a type. The order of the counts does not matter.
 */
export function guessType(counts: readonly HarmCount[]): GuessedType {
  const known = counts.filter(({ harm, mentions }) => TYPE_OF_HARM[harm] !== undefined && mentions > 0);
  const total = known.reduce((sum, { mentions }) => sum + mentions, 0);
  const weigh = ({ mentions, severity }: HarmCount) =>
    severity * SEVERITY_WEIGHT + VOLUME_WEIGHT * (mentions / total);
  const [main] = [...known].sort(
    (one, other) => weigh(other) - weigh(one) || (one.harm < other.harm ? -1 : 1),
  );
  if (!main) return { type: OTHER_CRISIS, harm: null, mentions: 0 };
  return { type: TYPE_OF_HARM[main.harm] ?? OTHER_CRISIS, harm: main.harm, mentions: main.mentions };
}
