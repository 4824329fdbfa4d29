export interface Facet {
  $type: 'app.bsky.richtext.facet';
  /** In bytes of UTF-8. */
  index: { byteStart: number; byteEnd: number };
  features: (
    | { $type: 'app.bsky.richtext.facet#link'; uri: string }
    | { $type: 'app.bsky.richtext.facet#tag'; tag: string }
  )[];
}

/** Bluesky makes nothing of an address or a #tag in a text unless it is told where it stands. */
export function facetsOf(text: string): Facet[] {
  const links = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((match) => {
    const uri = withoutEnd(match[0]);
    return facet(text, match.index, uri, { $type: 'app.bsky.richtext.facet#link' as const, uri });
  });
  const tags = [...text.matchAll(/(?<=^|\s)#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu)].map((match) =>
    facet(text, match.index, match[0], {
      $type: 'app.bsky.richtext.facet#tag' as const,
      tag: match[1] ?? '',
    }),
  );
  return [...links, ...tags].sort((a, b) => a.index.byteStart - b.index.byteStart);
}

function facet(text: string, at: number, part: string, feature: Facet['features'][number]): Facet {
  const byteStart = Buffer.byteLength(text.slice(0, at));
  const byteEnd = byteStart + Buffer.byteLength(part);
  return { $type: 'app.bsky.richtext.facet', index: { byteStart, byteEnd }, features: [feature] };
}

/** Without the punctuation of the sentence, and without the bracket that the address stands in. */
function withoutEnd(address: string): string {
  const bare = address.replace(/[.,;:!?'»…]+$/, '');
  const unopened = bare.endsWith(')') && bare.split(')').length > bare.split('(').length;
  if (unopened) return withoutEnd(bare.slice(0, -1));
  return bare;
}
