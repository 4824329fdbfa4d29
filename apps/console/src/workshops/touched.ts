import { listWorkshopActions, listWorkshops, readJoinLink, readWorkshop } from '#contract/workshops';

/** What is read afresh after a change of a workshop. */
export const TOUCHED = [listWorkshops, readWorkshop, readJoinLink, listWorkshopActions] as const;
