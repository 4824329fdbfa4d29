/** The language to begin with: the one chosen before, else the first of the browser's that exists, else French. */
export function chooseLanguage(
  available: readonly string[],
  remembered: string | null,
  preferred: readonly string[],
): string {
  const wished = [remembered ?? '', ...preferred.map((tag) => tag.slice(0, 2).toLowerCase()), 'fr'];
  return wished.find((code) => available.includes(code)) ?? available[0] ?? 'fr';
}
