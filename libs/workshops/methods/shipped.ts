/** What is the same for every method that ships with the product. */
export const SHIPPED = { id: null, keptBy: null } as const;
