import type { EntityManager } from 'typeorm';
import { recordDecisions } from '#audit';
import { notifyAll } from '#notifications';
import type { Actor } from '#platform/http';
import { publishEvents } from '#platform/live';
import type { ContactRow } from './contact-record.js';

/** What happens to contacts, in the words that a message to a channel uses. */
const CHANGES = {
  created: { fr: 'créé', en: 'created' },
  changed: { fr: 'modifié', en: 'changed' },
  author_linked: { fr: 'compte rattaché', en: 'account linked' },
  author_unlinked: { fr: 'compte détaché', en: 'account unlinked' },
  split: { fr: 'séparé', en: 'split' },
  merged: { fr: 'fusionné', en: 'merged' },
  erased: { fr: 'effacé', en: 'erased' },
} as const;

export interface ContactChange {
  contact: Pick<ContactRow, 'id' | 'realm' | 'version' | 'crmSystem' | 'crmId'>;
  change: keyof typeof CHANGES;
  /** Ids, names of fields and counts; never what they hold, because the record cannot be erased. */
  after: Record<string, unknown>;
}

/**
 * Puts changes of contacts on record, tells screens and, of live contacts, the channels that follow them: one message a
 * change, with ids and the CRM's own reference and nothing personal. Call it last in the transaction.
 */
export async function announceChanges(
  manager: EntityManager,
  /** Null when the CRM's own change came in. */
  actor: Pick<Actor, 'personId' | 'name'> | null,
  changes: readonly ContactChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await notifyAll(
    manager,
    changes
      .filter(({ contact }) => contact.realm === 'live')
      .map(({ contact, change, after }) => ({
        kind: 'contact.changed' as const,
        personIds: [],
        level: 0,
        groupKey: `${contact.id} ${contact.version} ${change}`,
        params: {
          contact: contact.id,
          version: contact.version,
          change,
          change_fr: CHANGES[change].fr,
          change_en: CHANGES[change].en,
          ...(contact.crmSystem && contact.crmId
            ? { crmSystem: contact.crmSystem, crmId: contact.crmId }
            : {}),
          ...(typeof after['mergedInto'] === 'string' ? { mergedInto: after['mergedInto'] } : {}),
        },
        link: `/contacts/${contact.id}`,
      })),
  );
  for (const realm of ['live', 'training'] as const) {
    const ids = changes.filter(({ contact }) => contact.realm === realm).map(({ contact }) => contact.id);
    // A file may bring thousands: whoever looks at contacts then reads afresh what is on the screen.
    if (ids.length > 0)
      await publishEvents(manager, [
        { type: 'contact.changed', contactIds: [...new Set(ids)].slice(0, 100), realm },
      ]);
  }
  await recordDecisions(
    manager,
    changes.map(({ contact, change, after }) => ({
      actor,
      action: `contact.${change}`,
      subjectType: 'contact',
      subjectId: contact.id,
      after: { ...after, version: contact.version },
    })),
  );
}
