import { type Block, type Chart, networkName, type ReportDocument } from '#crisis';
import type { Locale } from '#platform/contract';
import type { DrillDetail, DrillSummary } from './contract.js';
import type { Reaction } from './contract-scenario.js';
import { type Measure, OBSERVED } from './criteria.js';
import { DEBRIEF_WORDS, fill } from './debrief-words.js';
import { scenarioClock } from './scenario-clock.js';

/** Names of departments by their key. */
export type DepartmentNames = ReadonlyMap<string, Readonly<Record<Locale, string>>>;

export interface Debriefed {
  drill: DrillDetail;
  /** It and others that have ended, the oldest first. */
  compared: readonly DrillSummary[];
  departments: DepartmentNames;
}

type Row = readonly [name: string, value: string];

/** The debriefing of a drill as it is laid out, before it is put into a form of file: every page says that it is one. */
export function layOutDebriefing(
  { drill, compared, departments }: Debriefed,
  locale: Locale,
  now: Date,
): ReportDocument {
  const words = DEBRIEF_WORDS[locale];
  const date = dateIn(locale);
  const { scenario, speed, language, endedAt, createdAt } = drill;
  return {
    mark: words.mark,
    title: drill.title,
    subtitle: [
      words.debriefing,
      scenario.name[locale],
      date(endedAt ?? createdAt),
      fill(words.speed, { speed }),
      words.language[language],
    ].join(' · '),
    source: fill(words.from, { date: date(now.toISOString()) }),
    blocks: [
      ...section(words.grid, gridRows(drill, locale), words.none),
      ...section(words.timeline, timelineRows(drill, departments, locale), words.none),
      ...section(words.happened, happenedRows(drill, locale), words.none),
      ...section(words.observers, observerRows(drill, locale), words.none),
      ...section(
        words.notes,
        drill.notes.map(({ elapsedMs, by, text }) => [`${scenarioClock(elapsedMs)} · ${by.name}`, text]),
        words.none,
      ),
      ...section(words.lessons, lessonRows(drill, locale), words.none),
      ...comparison(drill, compared, locale),
    ],
  };
}

function section(title: string, rows: readonly Row[], none: string): Block[] {
  return [
    { kind: 'heading', text: title },
    rows.length === 0 ? { kind: 'text', text: none } : { kind: 'rows', rows },
  ];
}

function gridRows({ overall, evaluation, scores }: DrillDetail, locale: Locale): Row[] {
  const words = DEBRIEF_WORDS[locale];
  const measured = (evaluation?.measures ?? []).map((measure): Row => {
    const target =
      measure.value === null && measure.score === null
        ? []
        : [fill(words.target, { target: amount(measure, measure.target, locale) })];
    const text = [valueText(measure, locale), ...target, scoreText(measure.score, locale)].join(' · ');
    return [words.criteria[measure.criterion], text];
  });
  const observed = OBSERVED.map((criterion): Row => {
    const score = scores.find((one) => one.criterion === criterion)?.score ?? null;
    return [words.criteria[criterion], scoreText(score, locale)];
  });
  return [[words.overall, scoreText(overall, locale)], ...measured, ...observed];
}

function scoreText(score: number | null, locale: Locale): string {
  const words = DEBRIEF_WORDS[locale];
  return score === null ? words.noScore : fill(words.ofHundred, { score });
}

function valueText(measure: Measure, locale: Locale): string {
  const { value, unit, of, score } = measure;
  const words = DEBRIEF_WORDS[locale];
  // Scored without a value: it was expected, and never came.
  if (value === null) return score === null ? words.nothing : words.never;
  const text = amount(measure, value, locale);
  return unit === 'share' ? fill(words.share, { share: text, all: of }) : text;
}

function amount({ unit }: Pick<Measure, 'unit'>, value: number, locale: Locale): string {
  switch (unit) {
    case 'seconds':
      return scenarioClock(value * 1000);
    case 'level':
      return fill(DEBRIEF_WORDS[locale].level, { level: value });
    case 'share':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  }
}

/** What came, in its order, each with what was asked for and what became of it. */
function timelineRows(drill: DrillDetail, departments: DepartmentNames, locale: Locale): Row[] {
  const words = DEBRIEF_WORDS[locale];
  return drill.injects
    .filter(({ outcome }) => outcome === 'posted')
    .toSorted((a, b) => (a.settledAt ?? 0) - (b.settledAt ?? 0))
    .flatMap((inject): Row[] => {
      const came = fill(words.came, {
        time: scenarioClock(inject.settledAt ?? 0),
        author: inject.author.name,
        network: networkName(inject.look, locale),
      });
      const by = inject.byHand ? [fill(words.byHand, { name: inject.byHand.name })] : [];
      const asked = inject.expected.flatMap((reaction): Row[] => {
        const outcome = drill.evaluation?.outcomes.find(
          (one) => one.inject === inject.key && one.kind === reaction.kind,
        );
        if (!outcome) return [];
        const { state, dueAt, doneAt } = outcome;
        const text = [
          askedText(reaction, departments, locale),
          fill(words.due, { time: scenarioClock(dueAt) }),
          ...(doneAt === null ? [] : [fill(words.doneAt, { time: scenarioClock(doneAt) })]),
        ];
        return [[`– ${words.outcomes[state]}`, text.join(' · ')]];
      });
      return [[[came, ...by].join(' · '), inject.text], ...asked];
    });
}

function askedText(reaction: Reaction, departments: DepartmentNames, locale: Locale): string {
  const words = DEBRIEF_WORDS[locale];
  if (reaction.kind === 'reply' && reaction.answer !== null)
    return fill(words.replyWith, { answer: reaction.answer });
  if (reaction.kind === 'escalate' && reaction.department !== null)
    return fill(words.escalateTo, {
      department: departments.get(reaction.department)?.[locale] ?? reaction.department,
    });
  return fill(words.asked[reaction.kind], reaction.kind === 'level' ? { level: reaction.level } : {});
}

function happenedRows({ evaluation }: DrillDetail, locale: Locale): Row[] {
  const words = DEBRIEF_WORDS[locale];
  return (evaluation?.happened ?? []).map(({ at, what, level }) => [
    scenarioClock(at),
    fill(words.what[what], { level: level ?? '' }),
  ]);
}

function observerRows({ observations }: DrillDetail, locale: Locale): Row[] {
  const { criteria } = DEBRIEF_WORDS[locale];
  return observations.map(({ criterion, by, score, note }) => [
    `${criteria[criterion]} · ${by.name}`,
    [scoreText(score, locale), ...(note === '' ? [] : [note])].join(' – '),
  ]);
}

function lessonRows({ lessons }: DrillDetail, locale: Locale): Row[] {
  const words = DEBRIEF_WORDS[locale];
  return (['worked', 'failed', 'next'] as const).flatMap((key): Row[] =>
    lessons?.[key] ? [[words[key], lessons[key]]] : [],
  );
}

const CHART_WIDTH = 480;
const CHART_HEIGHT = 90;

function comparison(drill: DrillDetail, compared: readonly DrillSummary[], locale: Locale): Block[] {
  const words = DEBRIEF_WORDS[locale];
  const date = dateIn(locale);
  const [first, last] = [compared[0], compared.at(-1)];
  if (!first || !last) return [];
  const rows = compared.map(({ id, title, scenario, endedAt, createdAt, overall }): Row => [
    [title, ...(id === drill.id ? [words.thisOne] : [])].join(' · '),
    [scoreText(overall, locale), scenario.name[locale], date(endedAt ?? createdAt)].join(' · '),
  ]);
  return [
    { kind: 'heading', text: words.comparison },
    {
      kind: 'chart',
      title: words.comparisonChart,
      chart: scoreChart(compared.map(({ id, overall }) => ({ overall, own: id === drill.id }))),
      from: date(first.endedAt ?? first.createdAt),
      to: date(last.endedAt ?? last.createdAt),
    },
    { kind: 'rows', rows },
  ];
}

/** A bar for each drill; that of this one is darker, and the table beside it says which it is. */
function scoreChart(drills: readonly { overall: number | null; own: boolean }[]): Chart {
  const step = Math.min(CHART_WIDTH / drills.length, CHART_WIDTH / 4);
  return {
    width: CHART_WIDTH,
    height: CHART_HEIGHT,
    shapes: [
      ...drills.map(({ overall, own }, place) => {
        const height = ((overall ?? 0) / 100) * CHART_HEIGHT;
        const colour = own ? '#33506b' : '#8fa3b5';
        const x = place * step + step * 0.15;
        return { kind: 'bar' as const, x, y: CHART_HEIGHT - height, width: step * 0.7, height, colour };
      }),
      {
        kind: 'line',
        points: [
          [0, CHART_HEIGHT],
          [CHART_WIDTH, CHART_HEIGHT],
        ],
        colour: '#c9d2da',
        dashed: false,
      },
    ],
  };
}

function dateIn(locale: Locale): (instant: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (instant) => format.format(new Date(instant));
}
