import { invalidField } from '#platform/problem';
import { MOST_LIBRARY_ANSWERS } from './contract-exchange.js';
import { readCsvLibrary } from './exchange-csv.js';
import { readJsonLibrary } from './exchange-json.js';
import { LibraryFileUnreadable, type Proposal } from './exchange-proposal.js';

/** What a file proposes; JSON or CSV by how it begins. Throws a problem that names the line when it cannot be read. */
export function readLibraryFile(bytes: Uint8Array): Proposal[] {
  try {
    const text = decode(bytes);
    const proposals = /^\s*[{[]/.test(text) ? readJsonLibrary(text) : readCsvLibrary(text);
    if (proposals.length === 0) throw new LibraryFileUnreadable(1, 'there is no answer in it');
    if (proposals.length > MOST_LIBRARY_ANSWERS) {
      const reason = `there are ${proposals.length} answers in it; at most ${MOST_LIBRARY_ANSWERS} at a time`;
      throw new LibraryFileUnreadable(proposals[MOST_LIBRARY_ANSWERS]?.line ?? 1, reason);
    }
    refuseUnstorable(proposals);
    return proposals;
  } catch (error) {
    if (!(error instanceof LibraryFileUnreadable)) throw error;
    const { line, reason } = error;
    throw invalidField('file', 'library-file-unreadable', `line ${line}: ${reason}`, { line, reason });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LibraryFileUnreadable(1, 'the file is not UTF-8');
  }
}

/** No text of the library may hold a null character or half of a character, and the database could not keep one. */
function refuseUnstorable(proposals: readonly Proposal[]): void {
  const bad = proposals.find((proposal) => /\\u(0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(proposal)));
  if (bad)
    throw new LibraryFileUnreadable(bad.line, 'there is a null character, or half of a character, in it');
}
