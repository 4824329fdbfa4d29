import type { Locale, Realm } from '#platform/contract';
import { FIGURE_WORDS, FIGURES } from '#rules/figures';
import type { ReportDetail } from './contract.js';
import { type Chart, levelChart, mentionsChart } from './report-charts.js';
import { timeIn } from './report-draft.js';
import { REPORT_SECTIONS } from './report-sections.js';
import { networkName, REPORT_WORDS } from './report-words.js';

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'rows'; rows: readonly (readonly [name: string, value: string])[] }
  | { kind: 'chart'; title: string; chart: Chart; from: string; to: string };

/** A report as it is laid out, before it is put into a form of file. */
export interface ReportDocument {
  title: string;
  subtitle: string;
  /** Stands above everything and on every page. */
  mark?: string;
  /** One line about where it comes from, at its end. */
  source: string;
  blocks: readonly Block[];
}

const CHART_WIDTH = 480;

/** The report in a language, with times in the reader's zone. */
export function layOutReport(
  incident: { title: string; realm: Realm },
  report: ReportDetail,
  locale: Locale,
  timeZone: string,
): ReportDocument {
  const words = REPORT_WORDS[locale];
  const time = timeIn(locale, timeZone);
  const { data } = report;
  const [from, to] = [time(data.from), time(data.to)];
  const number = new Intl.NumberFormat(locale);
  const mentions = mentionsChart(data, CHART_WIDTH, 110);
  const hasUsual = data.course.some(({ usual }) => usual !== null);
  const rows: [string, string][] = [
    ...data.figures.map(({ code, value, before }): [string, string] => {
      const { unit } = FIGURES[code];
      const shown = valueText(value, unit, locale) ?? words.none;
      const earlier = valueText(before, unit, locale);
      return [
        FIGURE_WORDS[locale][code].name,
        earlier === null ? shown : `${shown} (${words.before(earlier)})`,
      ];
    }),
    [words.statements, number.format(data.statements)],
    [words.tasks, words.tasksDone(data.tasksDone, data.tasksDone + data.tasksOpen)],
  ];
  return {
    title: incident.title,
    ...(incident.realm === 'training' ? { mark: words.exercise } : {}),
    subtitle: [
      words.title(report.number),
      report.state === 'sent' && report.sentAt ? time(report.sentAt) : words.draft,
      words.level(words.levels[data.level] ?? String(data.level), data.byHand),
    ].join(' · '),
    source: `${words.dataOf(time(report.dataAt))} · ${words.version(report.version)}`,
    blocks: [
      ...REPORT_SECTIONS.flatMap((section): Block[] => {
        const text = report.sections[section][locale].trim();
        return [
          { kind: 'heading', text: words.sections[section] },
          { kind: 'text', text: text === '' ? words.nothing : text },
        ];
      }),
      { kind: 'heading', text: words.figures },
      { kind: 'text', text: words.period(from, to) },
      { kind: 'rows', rows },
      {
        kind: 'chart',
        title: words.mentionsChart(mentions.most) + (hasUsual ? ` – ${words.usual}` : ''),
        chart: mentions,
        from,
        to,
      },
      {
        kind: 'chart',
        title: `${words.levelChart} – ${words.levelScale(words.levels[0] ?? '', words.levels.at(-1) ?? '')}`,
        chart: levelChart(data, CHART_WIDTH, 60),
        from,
        to,
      },
      ...(data.networks.length === 0
        ? []
        : ([
            { kind: 'heading', text: words.networks },
            {
              kind: 'rows',
              rows: data.networks.map(
                ({ network, mentions: count }) =>
                  [networkName(network, locale), number.format(count)] as const,
              ),
            },
          ] as const)),
    ],
  };
}

function valueText(value: number | null, unit: 'count' | 'share' | 'seconds', locale: Locale): string | null {
  if (value === null) return null;
  if (unit === 'share')
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  if (unit === 'count') return new Intl.NumberFormat(locale).format(Math.round(value));
  const minutes = Math.round(value / 60);
  return minutes < 120
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}
