import { Controller, Req, UseInterceptors } from '@nestjs/common';
import type { Request } from 'express';
import { listImportRows, listImports, listMappings, readImport, uploadImport } from '#contract/imports';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { invalidField } from '#platform/problem';
import { ImportsService } from './imports.service.js';
import { ReceiveUpload } from './receive-upload.js';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Endpoint(listMappings)
  async mappings(): Promise<ResponseOf<typeof listMappings>> {
    return { items: await this.imports.mappings() };
  }

  @Endpoint(listImports)
  list(@Input() { query }: InputOf<typeof listImports>): Promise<ResponseOf<typeof listImports>> {
    return this.imports.list(query.cursor, query.limit);
  }

  @Endpoint(uploadImport)
  @UseInterceptors(ReceiveUpload)
  upload(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof uploadImport>,
    @Req() request: Request,
  ): Promise<ResponseOf<typeof uploadImport>> {
    const { file } = request;
    if (!file) throw invalidField('file', 'file-missing', 'is required');
    // Browsers send the name as UTF-8, which the parser reads byte by byte.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8').slice(0, 300);
    return this.imports.begin(actor, { name, path: file.path }, body.mapping);
  }

  @Endpoint(readImport)
  read(@Input() { params }: InputOf<typeof readImport>): Promise<ResponseOf<typeof readImport>> {
    return this.imports.read(params.importId);
  }

  @Endpoint(listImportRows)
  rows(@Input() input: InputOf<typeof listImportRows>): Promise<ResponseOf<typeof listImportRows>> {
    return this.imports.rows(input);
  }
}
