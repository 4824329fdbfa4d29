/** A change of the counters: `by` mentions more (or fewer) in one cell. */
export interface CounterMove {
  publishedAt: Date;
  realm: string;
  topicId: string;
  network: string;
  language: string;
  level: number;
  negative: boolean;
  /** Who seems to speak: a kind of author, or `unknown`. */
  voice: string;
  /** Handle or name; null where the network tells neither: counted, but nobody's reach. */
  author: string | null;
  followers: number;
  by: number;
}
