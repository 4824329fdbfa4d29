// Installs the data server of Bluesky, and what is published of YouTube, for their tests; ends with 1, and says why, where it cannot be had.
import { ensurePds } from './pds.mjs';

try {
  ensurePds();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
