import type { ReportDocument } from '#crisis';
import type { Locale } from '#platform/contract';
import type { Cluster, Item, WorkshopDetail } from './contract.js';
import { REPORT_WORDS } from './report-words.js';

/** The report of a workshop as it is laid out, before it is put into a form of file. */
export function layOutWorkshop(
  workshop: WorkshopDetail,
  items: readonly Item[],
  clusters: readonly Cluster[],
  locale: Locale,
): ReportDocument {
  const words = REPORT_WORDS[locale];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  const row = (item: Item): [string, string] => [
    [
      words.kinds[item.kind],
      item.author?.name ?? words.anonymous,
      ...(item.dots > 0 ? [words.dots(item.dots)] : []),
    ].join(' · '),
    item.text,
  ];
  const grouped = [...clusters, null].flatMap((cluster) => {
    const own = items
      .filter(({ clusterId }) => clusterId === (cluster?.id ?? null))
      .sort((a, b) => b.dots - a.dots || Number(a.id) - Number(b.id));
    const title = cluster?.title ?? (clusters.length > 0 ? words.ungrouped : words.written);
    return own.length === 0
      ? []
      : ([
          { kind: 'heading', text: title },
          { kind: 'rows', rows: own.map(row) },
        ] as const);
  });
  const became = (one: WorkshopDetail['harvest'][number]): string => {
    switch (one.kind) {
      case 'answer':
        return words.draft;
      case 'message':
        return words.message;
      case 'note':
        return words.note(one.stakeholder?.name ?? '–');
      case 'action':
        return words.due(
          one.owner?.name ?? '–',
          one.dueOn === null ? '–' : date.format(new Date(`${one.dueOn}T00:00:00Z`)),
          one.done !== null,
        );
    }
  };
  return {
    title: workshop.title,
    subtitle: [words.report, date.format(new Date(workshop.runs[0]?.startedAt ?? workshop.createdAt))].join(
      ' · ',
    ),
    source: `${words.from} · ${date.format(new Date())}`,
    blocks: [
      { kind: 'heading', text: words.brief },
      {
        kind: 'rows',
        rows: [
          [words.sponsor, workshop.sponsor || '–'],
          [words.stake, workshop.stake || '–'],
          [words.strategy, workshop.strategy || '–'],
          [words.objective, words.objectives[workshop.objective]],
          [words.place, words.places[workshop.place]],
          [words.people, number.format(workshop.seats)],
          [words.method, workshop.method.name[locale] || workshop.method.name.fr || workshop.method.name.en],
          ...workshop.method.sources.map(({ text }): [string, string] => [words.sources, text]),
        ],
      },
      { kind: 'heading', text: words.course },
      {
        kind: 'rows',
        rows: workshop.runs.map((run): [string, string] => [
          run.title,
          words.courseOf(run.plannedMinutes, run.realMinutes === null ? '…' : number.format(run.realMinutes)),
        ]),
      },
      ...grouped,
      { kind: 'heading', text: words.harvest },
      workshop.harvest.length === 0
        ? { kind: 'text', text: words.nothing }
        : {
            kind: 'rows',
            rows: workshop.harvest.map((one): [string, string] => [became(one), one.text]),
          },
    ],
  };
}
