/** What a workshop and a copy call one version of a method of one's own: `own-12-3` is the third version of method 12. */
export function ownMethodKey(methodId: string, version: number): string {
  return `own-${methodId}-${version}`;
}

/** The method and version of a key; null when it is not one of one's own. */
export function readOwnMethodKey(key: string): { methodId: string; version: number } | null {
  const [, methodId, version] = /^own-([1-9]\d{0,17})-([1-9]\d{0,8})$/.exec(key) ?? [];
  return methodId === undefined || version === undefined ? null : { methodId, version: Number(version) };
}
