import { useState } from 'react';

/** Which wording of a post was read by whoever answers it: the first one shown, until they say that they read the newer. */
export interface SeenWording {
  wording: number;
  /** The author changed the post since. */
  changed: boolean;
  read: () => void;
}

export function useSeenWording({ wording }: { wording: number }): SeenWording {
  const [seen, setSeen] = useState(wording);
  return { wording: seen, changed: seen !== wording, read: () => setSeen(wording) };
}
