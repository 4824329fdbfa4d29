/** Imported before any contract: the content security policy forbids eval, which zod would otherwise try. */
import { z } from 'zod';

z.config({ jitless: true });
