/** Crisis levels as they are drawn: a colour never stands alone, its shape and word go with it. */
export const LEVEL_SHAPES = { 0: '●', 1: '▲', 2: '◆', 3: '■', 4: '✚' } as const;
/** Their names in code, and the keys of their words. */
export const LEVEL_CODES = { 0: 'calm', 1: 'watch', 2: 'alert', 3: 'crisis', 4: 'major' } as const;
export type LevelNumber = keyof typeof LEVEL_SHAPES;
export const LEVEL_NUMBERS: readonly LevelNumber[] = [0, 1, 2, 3, 4];

interface LevelColours {
  /** Text and shape: 4.5:1 on `tint` and on paper. */
  ink: string;
  /** Background of a badge. */
  tint: string;
  /** Bars and edges: 3:1 on paper. */
  solid: string;
}

export const LEVEL_COLOURS: Record<'light' | 'dark', Record<LevelNumber, LevelColours>> = {
  light: {
    0: { ink: '#1f6a43', tint: '#e3f1e8', solid: '#2f8558' },
    1: { ink: '#6f5600', tint: '#fbf0c4', solid: '#a98400' },
    2: { ink: '#97430a', tint: '#fde6d3', solid: '#cc5f14' },
    3: { ink: '#a31a1f', tint: '#fce1df', solid: '#c9302c' },
    4: { ink: '#61329e', tint: '#eee4fa', solid: '#7b46c2' },
  },
  dark: {
    0: { ink: '#86d3a6', tint: '#1a3527', solid: '#4fae7d' },
    1: { ink: '#f0cf5a', tint: '#3a320f', solid: '#d1ab27' },
    2: { ink: '#ffb27a', tint: '#41260f', solid: '#ea8238' },
    3: { ink: '#ffa29b', tint: '#471a1a', solid: '#ee6159' },
    4: { ink: '#d3b3ff', tint: '#34214f', solid: '#a878e8' },
  },
};

export function levelNumber(value: number): LevelNumber {
  return LEVEL_NUMBERS.find((level) => level === value) ?? 0;
}

/** CSS variable of a level's colour, right in light and dark. */
export function levelColour(level: LevelNumber, part: keyof LevelColours): string {
  return `var(--passerelle-level-${level}-${part})`;
}

/** The colours of all levels in a scheme, as CSS variables. */
export function levelVariables(scheme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(
    LEVEL_NUMBERS.flatMap((level) =>
      Object.entries(LEVEL_COLOURS[scheme][level]).map(([part, colour]) => [
        `--passerelle-level-${level}-${part}`,
        colour,
      ]),
    ),
  );
}
