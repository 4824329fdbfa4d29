import { Controller, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { keepDrillPicture, LARGEST_PICTURE, readDrillPicture } from '#contract/drills';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input, receiveFile } from '#platform/http';
import { invalidField } from '#platform/problem';
import { PicturesService } from './pictures.service.js';

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Endpoint(keepDrillPicture)
  @UseInterceptors(receiveFile(LARGEST_PICTURE))
  async keep(
    @CurrentActor() actor: Actor,
    @Req() { file }: Request,
  ): Promise<ResponseOf<typeof keepDrillPicture>> {
    if (!file) throw invalidField('file', 'file-missing', 'is required');
    return { id: await this.pictures.keep(file.buffer, actor) };
  }

  /** Shown in place, so it is nothing but a picture to the browser; its id tells its bytes, so it never changes. */
  @Endpoint(readDrillPicture)
  async read(
    @Input() { params }: InputOf<typeof readDrillPicture>,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, content } = await this.pictures.read(params.pictureId);
    response.setHeader('content-type', mediaType);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "sandbox; default-src 'none'");
    response.setHeader('cache-control', 'private, max-age=31536000, immutable');
    response.end(content);
  }
}
