/** `BBC_Breaking` → bbc, breaking; `franceinfoTV` → franceinfo, tv; digits and marks are borders; no single letters. */
export function nameWords(name: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code > 127) return nameWordsByPattern(name);
    const letter = isLower(code) || isUpper(code);
    if (start >= 0 && (!letter || isBorder(name, at))) {
      if (at - start > 1) words.push(name.slice(start, at).toLowerCase());
      start = -1;
    }
    if (letter && start < 0) start = at;
  }
  return words;
}

/** The same for every script; ten times slower, and most names are of ASCII letters. */
export function nameWordsByPattern(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
}

/** Between two letters: from a small one to a capital, or before the last capital of a run. */
function isBorder(name: string, at: number): boolean {
  if (!isUpper(name.charCodeAt(at))) return false;
  const before = name.charCodeAt(at - 1);
  return isLower(before) || (isUpper(before) && isLower(name.charCodeAt(at + 1)));
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}
