import { z } from 'zod';
import type { SourceView } from '../connector.js';
import { askGraph } from './graph-api.js';
import { graphSettings } from './meta-settings.js';

const appsSchema = z.object({
  data: z.array(z.object({ id: z.coerce.string(), subscribed_fields: z.array(z.string()).catch([]) })),
});

/** Looked at again after so long: somebody may have taken it back, or given the right that was missing. */
const AGAIN_MS = 86_400_000;

/**
 * Tells the Page to deliver to its app, without which Meta delivers nothing, whatever address the app names. What else the
 * app is told of stays. Deliveries come beside the reading, so it goes on when the Page may not be told.
 * @returns when to look at it again, and why the Page does not deliver
 */
export async function subscribePage(
  source: SourceView,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<{ againAt: string; problem: string | null }> {
  const { appId } = graphSettings.parse(source.settings);
  const path = 'me/subscribed_apps';
  let problem: string | null = null;
  try {
    const { json } = await askGraph(source, { path }, signal);
    const present = appsSchema.parse(json).data.find(({ id }) => id === appId)?.subscribed_fields ?? [];
    if (fields.some((field) => !present.includes(field))) {
      const body = { subscribed_fields: [...new Set([...present, ...fields])].join(',') };
      await askGraph(source, { method: 'POST', path, body }, signal);
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  return { againAt: new Date(Date.now() + AGAIN_MS).toISOString(), problem };
}
