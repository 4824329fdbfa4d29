import { z } from 'zod';
import { pictureIdSchema } from '#contract/mentions';
import { endpoint } from '#platform/contract';

/** Bytes of the largest picture of an inject: 2 MB. */
export const LARGEST_PICTURE = 2 * 1024 * 1024;

export const keepDrillPicture = endpoint({
  method: 'POST',
  path: '/api/drill-pictures',
  summary: `Keep a picture for injects (multipart/form-data, field \`file\`): PNG, JPEG, GIF or WebP, at most ${LARGEST_PICTURE / 1024 / 1024} MB; the same picture has the same id everywhere; one that no scenario, drill or post shows is forgotten after a day`,
  tag: 'drills',
  access: { anyOf: ['drills.run'] },
  response: z.object({ id: pictureIdSchema }),
  status: 201,
  problems: ['file-missing', 'file-too-large', 'picture-type-not-allowed'],
});

export const readDrillPicture = endpoint({
  method: 'GET',
  path: '/api/drill-pictures/{pictureId}',
  summary: 'The picture, to be shown in place',
  tag: 'drills',
  access: { anyOf: ['drills.read', 'training.read', 'mentions.read'] },
  params: z.object({ pictureId: pictureIdSchema }),
  response: z.string().describe('The bytes of the picture'),
  problems: ['picture-not-found'],
});
