import { type LevelFactor, LEVEL_FACTORS, type LevelSettings, RAISED_LEVELS } from './level-settings.js';
import { authorKey, type CopyGroup, distinctVoices, type TopicMention } from './topic-voices.js';

/** The volume of the topic at this minute, from the spike detector. */
export interface TopicVolume {
  /** 0-1. */
  velocity: number;
  /** Mentions of the last half-hour, and how many it would usually hold. */
  observed: number;
  expected: number;
}

/** One factor as it weighed: its points are its value times its weight times the gain. */
export interface FactorReason {
  factor: LevelFactor;
  /** 0-1. */
  value: number;
  points: number;
  /** The figures behind the value. */
  evidence: Record<string, number>;
  /** Of the factor `salience`: who it is that speaks, the most salient first. */
  stakeholders?: { id: string; name: string }[];
}

export interface TopicScore {
  /** 0-100. */
  score: number;
  /** Severity that the score starts from, its points, and the mention that has it. */
  severity: number;
  severityPoints: number;
  mentionId: string | null;
  factors: FactorReason[];
  /** Score that the severity does not allow to pass; null where it did not hold the score back. */
  ceiling: number | null;
  /** Mentions looked at, and how many distinct texts they are. */
  mentions: number;
  distinct: number;
  copies: CopyGroup[];
}

/** Full value from so many distinct authors on. */
const MANY_AUTHORS = 300;
/** Full value from so many networks on. */
const MANY_NETWORKS = 3;
const FULL_GAIN_SEVERITY = 50;
/** Share of the factors that even something mild has when its volume is far above the usual. */
const MILD_GAIN = 0.55;
/** So many stakeholders are named in the reason. */
const MOST_NAMED = 5;
const HOUR_MS = 3_600_000;
const VELOCITY_MS = 30 * 60_000;

/**
 * The score of a topic: the most that any recent mention's severity comes to, raised by seven factors that are
 * measured among the mentions at least as severe. So a single harsh word in a thousand mild complaints is not taken
 * for a thousand harsh words, and neither a more severe, a more salient nor a further mention can lower the score.
 * Copies count once. Shares enter as saturating numbers of voices, since a share falls when more people join in.
 */
export function scoreTopic(
  mentions: readonly TopicMention[],
  volume: TopicVolume,
  now: number,
  settings: LevelSettings,
): TopicScore {
  const recent = mentions.filter(({ at }) => at <= now && at > now - settings.recentMinutes * 60_000);
  const { distinct, copies } = distinctVoices(recent);
  const velocity = velocityOfDistinct(volume, recent, distinct, now);
  const spread = new Spread(now, settings.recentMinutes);
  const common = { mentions: recent.length, distinct: distinct.length, copies };
  let best: TopicScore = {
    ...{ score: 0, severity: 0, severityPoints: 0, mentionId: null, factors: [], ceiling: null },
    ...common,
  };
  distinct.forEach((voice, place) => {
    spread.add(voice);
    const next = distinct[place + 1];
    if (next && next.severity === voice.severity) return;
    const scored = scoreAt(voice.severity, [velocity, ...spread.factors()], settings);
    if (scored.score > best.score || best.mentionId === null)
      best = { ...scored, ...common, mentionId: voice.id };
  });
  return best;
}

type Measured = Omit<FactorReason, 'points'>;

function scoreAt(severity: number, measured: readonly Measured[], settings: LevelSettings) {
  // The less is said to have happened, the less its spread weighs, and nothing mild is spread by being usual.
  const velocity = measured.find(({ factor }) => factor === 'velocity')?.value ?? 0;
  const grave = Math.min(1, (severity / FULL_GAIN_SEVERITY) ** 2);
  const gain = grave + (1 - grave) * MILD_GAIN * velocity;
  const factors = LEVEL_FACTORS.flatMap((factor) => {
    const found = measured.find((one) => one.factor === factor);
    return found ? [{ ...found, points: found.value * settings.weights[factor] * gain }] : [];
  });
  const severityPoints = (severity / 100) * settings.severityWeight;
  const raised = Math.min(
    100,
    factors.reduce((sum, { points }) => sum + points, severityPoints),
  );
  const ceiling = ceilingOf(severity, settings);
  return {
    score: Math.min(raised, ceiling),
    severity,
    severityPoints,
    factors,
    ceiling: raised > ceiling ? ceiling : null,
  };
}

/** Just below the threshold of the lowest level that this severity is too small for. */
function ceilingOf(severity: number, { thresholds, leastSeverity }: LevelSettings): number {
  return RAISED_LEVELS.reduce(
    (least, level) =>
      severity < leastSeverity[level] ? Math.min(least, Math.max(0, thresholds[level] - 0.1)) : least,
    100,
  );
}

/** The velocity that is left when copies are counted once. */
function velocityOfDistinct(
  { velocity, observed, expected }: TopicVolume,
  recent: readonly TopicMention[],
  distinct: readonly TopicMention[],
  now: number,
): Measured {
  const isLate = ({ at }: TopicMention) => at > now - VELOCITY_MS;
  const late = recent.filter(isLate).length;
  const share = late === 0 ? 1 : distinct.filter(isLate).length / late;
  const excess = observed - expected;
  const left = excess <= 0 ? 1 : Math.max(0, (observed * share - expected) / excess);
  return {
    factor: 'velocity',
    value: velocity * Math.min(1, left),
    evidence: {
      observed,
      expected: Math.round(expected * 10) / 10,
      distinctShare: Math.round(share * 100) / 100,
    },
  };
}

/** What is known of the voices so far; each addition raises or keeps every factor. */
class Spread {
  private readonly authors = new Set<string>();
  private readonly networks = new Set<string>();
  private readonly press = new Set<string>();
  private readonly influencers = new Set<string>();
  private readonly negative = new Set<string>();
  private readonly hours = new Set<number>();
  private salience = 0;
  private readonly salient = new Map<string, { id: string; name: string; salience: number }>();
  private voices = 0;

  constructor(
    private readonly now: number,
    private readonly recentMinutes: number,
  ) {}

  add(voice: TopicMention): void {
    const author = authorKey(voice);
    this.voices += 1;
    this.authors.add(author);
    this.networks.add(voice.network);
    if (voice.voice === 'press') this.press.add(author);
    if (voice.voice === 'influencer') this.influencers.add(author);
    if (voice.negative) this.negative.add(author);
    this.hours.add(Math.floor((this.now - voice.at) / HOUR_MS));
    this.salience = Math.max(this.salience, voice.salience);
    if (voice.salience > 0) {
      const { id = author, name = voice.author ?? '' } = voice.stakeholder ?? {};
      this.salient.set(id, { id, name, salience: voice.salience });
    }
  }

  factors(): Measured[] {
    const { authors, networks, press, influencers, negative, hours } = this;
    const loud = press.size + influencers.size / 2;
    const mostHours = Math.max(2, Math.ceil(this.recentMinutes / 60));
    return [
      {
        factor: 'authors',
        value: Math.min(1, Math.log(authors.size) / Math.log(MANY_AUTHORS)),
        evidence: { authors: authors.size },
      },
      {
        factor: 'networks',
        value: Math.min(1, (networks.size - 1) / (MANY_NETWORKS - 1)),
        evidence: { networks: networks.size },
      },
      {
        factor: 'press',
        value: loud / (loud + 1),
        evidence: { press: press.size, influencers: influencers.size, voices: this.voices },
      },
      {
        factor: 'salience',
        value: this.salience,
        evidence: { stakeholders: this.salient.size },
        ...(this.salient.size > 0 ? { stakeholders: this.mostSalient() } : {}),
      },
      {
        factor: 'negative',
        value: (negative.size - Math.min(1, negative.size)) / (negative.size + 5),
        evidence: { negative: negative.size, authors: authors.size },
      },
      {
        factor: 'persistence',
        value: Math.min(1, (hours.size - 1) / (mostHours - 1)),
        evidence: { hours: hours.size, of: mostHours },
      },
    ];
  }

  private mostSalient(): { id: string; name: string }[] {
    return [...this.salient.values()]
      .sort((a, b) => b.salience - a.salience || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_NAMED)
      .map(({ id, name }) => ({ id, name }));
  }
}
