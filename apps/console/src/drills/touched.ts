import { listDrills, readDrill } from '#contract/drills';

/** What is read afresh after a change of a drill. */
export const TOUCHED = [listDrills, readDrill] as const;
