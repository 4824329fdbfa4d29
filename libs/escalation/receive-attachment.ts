import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { invalidField } from '#platform/problem';
import { LARGEST_ATTACHMENT } from './limits.js';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { files: 1, fileSize: LARGEST_ATTACHMENT, fields: 2, fieldSize: 1024 },
}).single('file');

/** Receives an attachment into memory; it is small, and goes into the database with its checks. */
@Injectable()
export class ReceiveAttachment implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler) {
    const http = context.switchToHttp();
    await new Promise<void>((resolve, reject) => {
      void upload(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) => {
        if (error) reject(uploadProblem(error));
        else resolve();
      });
    });
    return next.handle();
  }
}

function uploadProblem(error: unknown): unknown {
  if (!(error instanceof MulterError)) return error;
  if (error.code === 'LIMIT_FILE_SIZE') {
    const megabytes = LARGEST_ATTACHMENT / 1024 / 1024;
    return invalidField('file', 'file-too-large', `is larger than ${megabytes} MB`, { megabytes });
  }
  return invalidField(error.field ?? 'file', 'file-missing', error.message);
}
