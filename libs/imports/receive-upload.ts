import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { catchError, from, mergeMap, throwError } from 'rxjs';
import { CONFIG, type Config } from '#platform/config';
import { invalidField } from '#platform/problem';
import { UPLOADS } from './imports-worker.js';

/** Bytes of the largest file that is taken: 512 MB. Larger ones come in by the command line. */
export const LARGEST_UPLOAD = 512 * 1024 * 1024;

/**
 * Receives the file of an import into the folder for uploads before the endpoint is called, and throws it away when the
 * endpoint refuses.
 */
@Injectable()
export class ReceiveUpload implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const folder = path.resolve(this.config.dataDirectory, UPLOADS);
    await mkdir(folder, { recursive: true });
    const upload = multer({
      storage: multer.diskStorage({
        destination: folder,
        filename: (_request, _file, done) => done(null, randomUUID()),
      }),
      limits: { files: 1, fileSize: LARGEST_UPLOAD, fields: 5, fieldSize: 64 * 1024 },
    }).single('file');
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    await new Promise<void>((resolve, reject) => {
      void upload(request, http.getResponse<Response>(), (error: unknown) => {
        if (error) reject(uploadProblem(error));
        else resolve();
      });
    });
    return next
      .handle()
      .pipe(
        catchError((refusal: unknown) =>
          from(request.file ? rm(request.file.path, { force: true }) : Promise.resolve()).pipe(
            mergeMap(() => throwError(() => refusal)),
          ),
        ),
      );
  }
}

function uploadProblem(error: unknown): unknown {
  if (!(error instanceof MulterError)) return error;
  if (error.code === 'LIMIT_FILE_SIZE') {
    const megabytes = LARGEST_UPLOAD / 1024 / 1024;
    return invalidField('file', 'file-too-large', `is larger than ${megabytes} MB`, { megabytes });
  }
  if (error.code === 'LIMIT_FIELD_VALUE') return invalidField('mapping', 'mapping-invalid', 'is too long');
  return invalidField(error.field ?? 'file', 'file-missing', error.message);
}
