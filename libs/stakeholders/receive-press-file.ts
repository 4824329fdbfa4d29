import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { invalidField } from '#platform/problem';
import { LARGEST_PRESS_FILE } from './contract-press.js';

/** Receives the one list of press into memory before the endpoint is called; it is never written to a disk. */
@Injectable()
export class ReceivePressFile implements NestInterceptor {
  private readonly upload = multer({
    storage: multer.memoryStorage(),
    limits: { files: 1, fileSize: LARGEST_PRESS_FILE, fields: 5, fieldSize: 1024 },
  }).single('file');

  async intercept(context: ExecutionContext, next: CallHandler) {
    const http = context.switchToHttp();
    await new Promise<void>((resolve, reject) => {
      void this.upload(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) => {
        if (error) reject(uploadProblem(error) as Error);
        else resolve();
      });
    });
    return next.handle();
  }
}

function uploadProblem(error: unknown): unknown {
  if (!(error instanceof MulterError)) return error;
  if (error.code === 'LIMIT_FILE_SIZE') {
    const megabytes = LARGEST_PRESS_FILE / 1024 / 1024;
    return invalidField('file', 'file-too-large', `is larger than ${megabytes} MB`, { megabytes });
  }
  return invalidField(error.field ?? 'file', 'file-missing', error.message);
}
