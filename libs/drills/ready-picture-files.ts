import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EntityManager } from 'typeorm';
import { pictureTypeOf } from './picture-type.js';
import { READY_PICTURES } from './ready/pictures.js';

const FOLDER = path.join(import.meta.dirname, 'ready/pictures');

export interface KeptPicture {
  mediaType: string;
  content: Buffer;
}

/** A picture that comes with the ready scenarios; null for every other id. */
export async function readReadyPicture(id: string): Promise<KeptPicture | null> {
  const name = Object.entries(READY_PICTURES).find(([, picture]) => picture.id === id)?.[0];
  if (name === undefined) return null;
  const content = await readFile(path.join(FOLDER, `${name}.webp`));
  const mediaType = pictureTypeOf(content);
  if (mediaType === null) throw new Error(`${name} is no picture that can be shown`);
  return { mediaType, content };
}

/** Keeps those of these ids that come with the ready scenarios like every other picture: a post is about to show them. */
export async function keepReadyPictures(
  manager: EntityManager,
  ids: readonly string[],
  personId: string,
): Promise<void> {
  for (const id of new Set(ids)) {
    const picture = await readReadyPicture(id);
    if (!picture) continue;
    await manager.query(
      `insert into drill_picture (id, media_type, content, person_id) values ($1, $2, $3, $4) on conflict do nothing`,
      [id, picture.mediaType, picture.content, personId],
    );
  }
}
