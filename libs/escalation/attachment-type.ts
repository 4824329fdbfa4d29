const startsWith = (content: Uint8Array, bytes: readonly number[], at = 0) =>
  bytes.every((byte, index) => content[at + index] === byte);

/**
 * The media type of a file by its content, whatever its name says; null for what may not be attached. Signatures as the
 * formats' specifications give them: PDF (ISO 32000-2, 7.5.2), PNG, JPEG (ISO 10918-1 B), GIF89a, WebP (RFC 9649).
 */
export function mediaTypeOf(content: Uint8Array): string | null {
  if (content.length === 0) return null;
  if (startsWith(content, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(content, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(content, [0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  if (startsWith(content, [0x52, 0x49, 0x46, 0x46]) && startsWith(content, [0x57, 0x45, 0x42, 0x50], 8)) {
    return 'image/webp';
  }
  return isPlainText(content) ? 'text/plain' : null;
}

/** UTF-8 without control characters, and no page that a browser could be talked into running. */
function isPlainText(content: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return false;
  }

  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return false;
  return !/<\s*(!doctype|html|script|svg|iframe|\?xml)/i.test(text);
}
