import type { messages } from './en.js';

/** What a language file must hold: every English key; further plural forms (`_many`) where the language has them. */
export type Messages = Translated<typeof messages>;

export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & {
  [K in `${string}_many`]?: string;
};
