/** A piece of an answer's body: words, or the name of a placeholder. */
export interface BodyPiece {
  text: string;
  placeholder: boolean;
}

/** Cuts a body at its `{{name}}`. */
export function cutPlaceholders(body: string): BodyPiece[] {
  return body
    .split(/\{\{[ \t]*([^{}]*?)[ \t]*\}\}/u)
    .map((text, index) => ({ text, placeholder: index % 2 === 1 }))
    .filter(({ text, placeholder }) => placeholder || text !== '');
}
