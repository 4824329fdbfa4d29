/** Somebody wrote it, and others may have edited it. */
export interface Written {
  author: { id: string };
  editorIds: readonly string[];
}

/** Whoever wrote or edited a version decides nothing on it. */
export function wrote(version: Written, personId: string): boolean {
  return version.author.id === personId || version.editorIds.includes(personId);
}
