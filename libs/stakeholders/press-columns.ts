/** Columns of a list of press: who, their accounts (`network:handle; …`), their sites, and who checked it when. */
export const PRESS_COLUMNS = ['name', 'accounts', 'domains', 'verified_by'] as const;
export type PressColumn = (typeof PRESS_COLUMNS)[number];
