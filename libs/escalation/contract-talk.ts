import { z } from 'zod';
import { endpoint, idSchema } from '#platform/contract';
import { escalationDetailSchema } from './contract-cases.js';
import { LARGEST_ATTACHMENT } from './rules.js';

const escalationParams = z.object({ escalationId: idSchema });
const note = z.string().trim().max(2000);

export const commentEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/comments',
  summary:
    'Say something; colleagues who are mentioned are told; private to a department of one’s own if wanted',
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.decide'] },
  params: escalationParams,
  body: z
    .object({
      text: note.min(1),
      mentionedIds: z.array(idSchema).max(20).default([]),
      privateTo: idSchema.nullable().default(null),
    })
    .strict(),
  response: escalationDetailSchema,
  status: 201,
  problems: ['escalation-not-found', 'not-your-department', 'unknown-person'],
});

export const attachToEscalation = endpoint({
  method: 'POST',
  path: '/api/escalations/{escalationId}/attachments',
  summary: `Attach a file (multipart/form-data, field \`file\`): PDF, PNG, JPEG, GIF, WebP or plain text, at most ${LARGEST_ATTACHMENT / 1024 / 1024} MB`,
  tag: 'escalations',
  access: { anyOf: ['mentions.triage', 'escalations.decide'] },
  params: escalationParams,
  body: z.object({ privateTo: idSchema.optional() }),
  response: escalationDetailSchema,
  status: 201,
  problems: [
    'escalation-not-found',
    'file-missing',
    'file-too-large',
    'file-type-not-allowed',
    'too-many-attachments',
    'not-your-department',
  ],
});

export const readAttachment = endpoint({
  method: 'GET',
  path: '/api/escalation-attachments/{attachmentId}',
  summary: 'The file, always as a download',
  tag: 'escalations',
  access: { anyOf: ['escalations.read'] },
  params: z.object({ attachmentId: idSchema }),
  response: z.string().describe('The bytes of the file'),
  problems: ['attachment-not-found'],
});
