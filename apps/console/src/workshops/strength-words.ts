/** Words for how far a method suits an objective, from 0 to 3. */
export const STRENGTH_WORDS = { 0: 'none', 1: 'part', 2: 'well', 3: 'made' } as const;

/** Words for how a method works in a place, from 0 to 2. */
export const PLACE_WORDS = { 0: 'no', 1: 'care', 2: 'well' } as const;
