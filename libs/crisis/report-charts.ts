import type { ReportData } from './contract.js';

export interface Bar {
  kind: 'bar';
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}
export interface Line {
  kind: 'line';
  points: readonly (readonly [x: number, y: number])[];
  colour: string;
  dashed: boolean;
}
export interface Chart {
  width: number;
  height: number;
  shapes: readonly (Bar | Line)[];
}

const INK = '#33506b';
const USUAL = '#9a5b00';
const GRID = '#c9d2da';
/** Calm to major; the height tells the level as well, so that colour never stands alone. */
export const LEVEL_COLOURS = ['#3f8f5b', '#c9a400', '#e07b00', '#c62828', '#6a3fa0'] as const;

/** Mentions as bars, the usual volume as a dashed line; `most` is the top of the scale. */
export function mentionsChart(data: ReportData, width: number, height: number): Chart & { most: number } {
  const most = Math.max(1, ...data.course.map(({ mentions, usual }) => Math.max(mentions, usual ?? 0)));
  const step = width / Math.max(1, data.course.length);
  const y = (value: number) => height - (value / most) * height;
  const bars = data.course.map(({ mentions }, index): Bar => ({
    kind: 'bar',
    x: index * step + step * 0.1,
    y: y(mentions),
    width: step * 0.8,
    height: height - y(mentions),
    colour: INK,
  }));
  const usual = data.course.flatMap((point, index) =>
    point.usual === null ? [] : [[index * step + step / 2, y(point.usual)] as const],
  );
  const line: Line[] = usual.length > 1 ? [{ kind: 'line', points: usual, colour: USUAL, dashed: true }] : [];
  return { width, height, most: Math.ceil(most), shapes: [baseline(width, height), ...bars, ...line] };
}

/** The level as steps, 0 at the bottom to 4 at the top; a level of 0 is a thin line. */
export function levelChart(data: ReportData, width: number, height: number): Chart {
  const [from, to] = [Date.parse(data.from), Date.parse(data.to)];
  const x = (at: number) => ((Math.min(Math.max(at, from), to) - from) / Math.max(1, to - from)) * width;
  const bars = data.steps.map(({ at, level }, index): Bar => {
    const begin = x(Date.parse(at));
    const next = data.steps[index + 1];
    const end = next ? x(Date.parse(next.at)) : width;
    const size = level === 0 ? height / 40 : (level / 4) * height;
    const colour = LEVEL_COLOURS[level as 0 | 1 | 2 | 3 | 4];
    return { kind: 'bar', x: begin, y: height - size, width: Math.max(0, end - begin), height: size, colour };
  });
  return { width, height, shapes: [...bars, baseline(width, height)] };
}

function baseline(width: number, height: number): Line {
  const points = [
    [0, height],
    [width, height],
  ] as const;
  return { kind: 'line', points, colour: GRID, dashed: false };
}
