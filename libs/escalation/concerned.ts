import type { SalienceClass } from '#rules/stakeholders';

/** A stakeholder for whom an author of the escalated posts speaks. */
export interface Concerned {
  stakeholderId: string;
  salience: SalienceClass;
  /** null: nobody is in charge of it. */
  ownerId: string | null;
}

/** Owners that one step asks at most: those of the most salient stakeholders. */
export const MOST_OWNERS = 5;
