/**
 * Bytes as text: by their byte order mark, else by the charset of the content type, else by what an XML declaration
 * says, else as UTF-8 (the order of RFC 7303). A charset that nobody knows is read as UTF-8.
 */
export function textOf(bytes: Uint8Array, contentType: string | null): string {
  const charset = markedCharset(bytes) ?? declaredCharset(contentType) ?? xmlCharset(bytes) ?? 'utf-8';
  return decoder(charset).decode(bytes);
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

function declaredCharset(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function xmlCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ?? null;
}

function decoder(charset: string) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
