import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';

const MEMORY = '/dev/shm';
/** Several times what all tests at once have ever needed. */
const ROOM_BYTES = 2 * 2 ** 30;

const ON_DISK = path.resolve('.cache/test-postgres');
const IN_MEMORY = path.join(
  MEMORY,
  `passerelle-tests-${createHash('sha256').update(ON_DISK).digest('hex').slice(0, 12)}`,
);

/**
 * Starts the server that all tests of this checkout share, unless it runs. A database has more than a thousand files,
 * and every test file makes one: where the machine has a file system in memory with room, the server lives there.
 */
export function startTestServer(): Promise<EmbeddedPostgres> {
  if (!isOurs(IN_MEMORY) && hasRoom()) make(IN_MEMORY);
  return startEmbeddedPostgres({
    directory: testServerDirectory(),
    settings: {
      ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
      ...{ max_connections: '300', max_wal_size: '256MB' },
    },
  });
}

/** Where that server is, or was last. */
export function testServerDirectory(): string {
  return isOurs(IN_MEMORY) ? IN_MEMORY : ON_DISK;
}

/** What lies in memory is worth nothing once the server has stopped. */
export function forgetTestServer(): void {
  if (isOurs(IN_MEMORY)) rmSync(IN_MEMORY, { recursive: true, force: true });
}

function isOurs(directory: string): boolean {
  const found = lstatSync(directory, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.();
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Another test file may make it at the same moment; where another account has taken the name, the disk will do. */
function make(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o755, recursive: true });
  } catch {
    // The disk will do.
  }
}
