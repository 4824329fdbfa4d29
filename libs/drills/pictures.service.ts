import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '#platform/database';
import { invalid, invalidField, notFound } from '#platform/problem';
import type { Scenario } from './contract.js';
import type { DrillPerson } from './drill-record.js';
import { pictureTypeOf } from './picture-type.js';
import { keepReadyPictures, type KeptPicture, readReadyPicture } from './ready-picture-files.js';

/** Pictures of injects: brought in before the scenario that shows them, and forgotten when nothing shows them. */
@Injectable()
export class PicturesService {
  constructor(private readonly dataSource: DataSource) {}

  /** Returns its id; bringing in what is there already only keeps it for longer. */
  async keep(content: Buffer, person: DrillPerson): Promise<string> {
    const mediaType = pictureTypeOf(content);
    if (mediaType === null)
      throw invalidField('file', 'picture-type-not-allowed', 'is neither PNG, JPEG, GIF nor WebP');
    const id = createHash('sha256').update(content).digest('hex');
    return inTransaction(this.dataSource, async ({ manager }) => {
      await forgetUnused(manager);
      await manager.query(
        `insert into drill_picture (id, media_type, content, person_id) values ($1, $2, $3, $4)
         on conflict (id) do update set at = now()`,
        [id, mediaType, content, person.personId],
      );
      return id;
    });
  }

  async read(id: string): Promise<KeptPicture> {
    const [row]: KeptPicture[] = await this.dataSource.query(
      'select media_type as "mediaType", content from drill_picture where id = $1',
      [id],
    );
    const picture = row ?? (await readReadyPicture(id));
    if (!picture) throw notFound('picture-not-found', 'There is no such picture.');
    return picture;
  }
}

/** Keeps the pictures of a scenario that is about to show them from being forgotten; throws `picture-not-found` naming the inject. */
export async function holdPictures(
  manager: EntityManager,
  scenario: Scenario,
  person: DrillPerson,
  path = '',
): Promise<void> {
  const shown = scenario.injects.flatMap(({ picture }, index) =>
    picture ? [{ id: picture.id, field: `${path}injects.${index}.picture.id` }] : [],
  );
  if (shown.length === 0) return;
  await keepReadyPictures(
    manager,
    shown.map(({ id }) => id),
    person.personId,
  );
  // Written, not only locked: whoever is about to forget one looks again at its time.
  const [rows]: [{ id: string }[], number] = await manager.query(
    `update drill_picture set at = now() where id in (
       select id from drill_picture where id = any($1::text[]) order by id for update)
     returning id`,
    [shown.map(({ id }) => id)],
  );
  const kept = new Set(rows.map(({ id }) => id));
  const missing = shown.filter(({ id }) => !kept.has(id));
  if (missing.length > 0)
    throw invalid(
      missing.map(({ field }) => ({
        field,
        code: 'picture-not-found',
        detail: 'is no picture that is kept here',
      })),
    );
}

/** One that is being chosen in an editor is not shown anywhere yet: it has a day. */
async function forgetUnused(manager: EntityManager): Promise<void> {
  await manager.query(
    `delete from drill_picture where id in (
       select p.id from drill_picture p,
         lateral (select jsonb_build_object('injects', jsonb_build_array(jsonb_build_object('picture',
           jsonb_build_object('id', p.id)))) as inject) shows
       where p.at < now() - interval '1 day'
         and not exists (select from training_post t where t.picture_id = p.id)
         and not exists (select from drill_scenario s where s.content @> shows.inject)
         and not exists (select from drill d where d.scenario @> shows.inject)
       for update of p skip locked)`,
  );
}
