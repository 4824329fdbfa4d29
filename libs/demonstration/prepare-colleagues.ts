import type { DataSource } from 'typeorm';
import { FieldsService, inviteToAnswer } from '#colleagues';
import { bringIn } from './bring-in.js';
import { demoPerson } from './demo-person.js';

/** What people of the demonstration know about. */
export const DEMO_FIELDS = [
  { fr: 'Conduite et sécurité à bord', en: 'Driving and safety on board' },
  { fr: 'Accessibilité', en: 'Accessibility' },
  { fr: 'Billets et tarifs', en: 'Tickets and fares' },
] as const;

const COLLEAGUE = 'gwenaelle.riou@lumen.example';
const ASKER = 'camille.arnaud@lumen.example';
/** Pattern (PostgreSQL, case ignored) of the post that she is asked about. */
const POST = 'lost property|objets trouvés';

/** Fields of expertise, a colleague who knows about two of them, and one open invitation; what is there is left alone. */
export async function prepareColleagues(dataSource: DataSource, now: Date): Promise<void> {
  const fields = new FieldsService(dataSource);
  const asker = await demoPerson(dataSource, ({ email }) => email === ASKER);
  const colleague = await demoPerson(dataSource, ({ email }) => email === COLLEAGUE);
  if ((await fields.list()).length === 0) {
    const made = [];
    for (const name of DEMO_FIELDS) made.push(await fields.create(name, asker));
    await fields.setFields(
      colleague.personId,
      made.slice(0, 2).map(({ id }) => id),
      asker,
    );
  }
  const known: unknown[] = await dataSource.query('select from answer_invitation limit 1');
  if (known.length > 0) return;
  for (const mentionId of await bringIn(dataSource, POST)) {
    const [low]: unknown[] = await dataSource.query(
      `select from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
       where i.mention_id = $1 and m.level = 0`,
      [mentionId],
    );
    if (!low) continue;
    await inviteToAnswer(
      dataSource,
      mentionId,
      {
        personId: colleague.personId,
        fieldId: null,
        note: 'Vous connaissez les objets trouvés mieux que nous : quelle réponse convient ?',
        dueMinutes: 2 * 24 * 60,
      },
      asker,
      // The training network takes replies.
      { canReply: () => true, now },
    );
    return;
  }
}
