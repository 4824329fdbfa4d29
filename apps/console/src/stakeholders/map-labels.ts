/** Where the names on the map stand: whole, apart from each other, from the points, the lines and the edges. */

export interface LabelledPoint {
  id: string;
  name: string;
  /** Middle of the point, in pixels from the left and from the top of the map. */
  x: number;
  y: number;
}

export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Label extends Rect {
  lines: readonly string[];
  align: 'left' | 'center' | 'right';
}

export interface MapFrame {
  width: number;
  height: number;
  /** The lines between low and high. */
  lineX: number;
  lineY: number;
  /** What else stands on the map: the names of its fields. */
  taken: readonly Rect[];
}

/** Half of a point with a margin. */
const POINT = 14;
const LINE_HEIGHT = 13;
/** As wide as a letter of this size is on average in a wide typeface, capitals included. */
const LETTER = 7.6;
/** Between names that stand side by side. */
const GAP = 4;
/** Letters of a line: narrow names first, then wider ones. */
const WRAPPED_AT = [13, 18, 28];
const MOST_LINES = 4;
const SIDES = ['below', 'above', 'right', 'left'] as const;

/**
 * A place for each name that has one, in the order given: the first of a few around its point that is free. Whoever finds
 * none has no name on the map; it is told on hover, on focus and in the list. The same points always give the same picture.
 */
export function placeLabels(points: readonly LabelledPoint[], frame: MapFrame): Map<string, Label> {
  const taken: Rect[] = [...frame.taken, ...points.map(aroundPoint)];
  const placed = new Map<string, Label>();
  for (const point of points) {
    const label = placesFor(point).find((one) => isFree(one, taken, frame));
    if (!label) continue;
    placed.set(point.id, label);
    taken.push(label);
  }
  return placed;
}

export function overlap(a: Rect, b: Rect): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** A name in lines of at most so many letters, broken between words where that is possible. */
export function wrapName(name: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/u).filter(Boolean)) {
    const letters = [...word];
    for (let at = 0; at < letters.length; at += most) {
      const part = letters.slice(at, at + most).join('');
      const last = lines.at(-1);
      if (at === 0 && last !== undefined && [...last].length + 1 + [...part].length <= most) {
        lines[lines.length - 1] = `${last} ${part}`;
      } else {
        lines.push(part);
      }
    }
  }
  return lines;
}

function aroundPoint({ x, y }: LabelledPoint): Rect {
  return { left: x - POINT, top: y - POINT, width: 2 * POINT, height: 2 * POINT };
}

function placesFor({ name, x, y }: LabelledPoint): Label[] {
  return WRAPPED_AT.flatMap((most) => {
    const lines = wrapName(name, most);
    if (lines.length === 0 || lines.length > MOST_LINES) return [];
    const width = Math.max(...lines.map((line) => [...line].length)) * LETTER + GAP;
    const height = lines.length * LINE_HEIGHT;
    return SIDES.map((side): Label => {
      const size = { lines, width, height };
      switch (side) {
        case 'below':
          return { ...size, left: x - width / 2, top: y + POINT, align: 'center' };
        case 'above':
          return { ...size, left: x - width / 2, top: y - POINT - height, align: 'center' };
        case 'right':
          return { ...size, left: x + POINT, top: y - height / 2, align: 'left' };
        case 'left':
          return { ...size, left: x - POINT - width, top: y - height / 2, align: 'right' };
      }
    });
  });
}

function isFree(label: Rect, taken: readonly Rect[], { width, height, lineX, lineY }: MapFrame): boolean {
  const right = label.left + label.width;
  const bottom = label.top + label.height;
  return (
    label.left >= 0 &&
    label.top >= 0 &&
    right <= width &&
    bottom <= height &&
    !(label.left < lineX && lineX < right) &&
    !(label.top < lineY && lineY < bottom) &&
    !taken.some((one) => overlap(one, label))
  );
}
