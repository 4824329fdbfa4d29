import { listDrills, readCaused, readDrill } from '#contract/drills';

/** What is read afresh after a change of a drill. */
export const TOUCHED = [listDrills, readDrill, readCaused] as const;
