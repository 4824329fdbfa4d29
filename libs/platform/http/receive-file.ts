import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { invalidField } from '#platform/problem';

/**
 * Receives the one field `file` of a form into memory before the endpoint is called; it is never written to a disk.
 * @param largest in bytes; refused with `file-too-large` beyond
 */
export function receiveFile(largest: number): NestInterceptor {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { files: 1, fileSize: largest, fields: 5, fieldSize: 1024 },
  }).single('file');
  return {
    async intercept(context: ExecutionContext, next: CallHandler) {
      const http = context.switchToHttp();
      await new Promise<void>((resolve, reject) => {
        void upload(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) => {
          if (error) reject(uploadProblem(error, largest) as Error);
          else resolve();
        });
      });
      return next.handle();
    },
  };
}

function uploadProblem(error: unknown, largest: number): unknown {
  if (!(error instanceof MulterError)) return error;
  if (error.code === 'LIMIT_FILE_SIZE') {
    const megabytes = largest / 1024 / 1024;
    return invalidField('file', 'file-too-large', `is larger than ${megabytes} MB`, { megabytes });
  }
  return invalidField(error.field ?? 'file', 'file-missing', error.message);
}
