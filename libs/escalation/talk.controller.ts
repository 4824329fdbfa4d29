import { Controller, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { InputOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input, receiveFile } from '#platform/http';
import { invalidField } from '#platform/problem';
import { attachToEscalation, commentEscalation, type EscalationDetail, readAttachment } from './contract.js';
import { LARGEST_ATTACHMENT } from './limits.js';
import { TalkService } from './talk.service.js';

@Controller()
export class TalkController {
  constructor(private readonly talk: TalkService) {}

  @Endpoint(commentEscalation)
  comment(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof commentEscalation>,
  ): Promise<EscalationDetail> {
    return this.talk.comment(actor, params.escalationId, body);
  }

  @Endpoint(attachToEscalation)
  @UseInterceptors(receiveFile(LARGEST_ATTACHMENT))
  attach(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof attachToEscalation>,
    @Req() request: Request,
  ): Promise<EscalationDetail> {
    const { file } = request;
    if (!file) throw invalidField('file', 'file-missing', 'is required');
    // Browsers send the name as UTF-8, which the parser reads byte by byte.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return this.talk.attach(
      actor,
      params.escalationId,
      { name, content: file.buffer },
      body.privateTo ?? null,
    );
  }

  /** Never shown in place: whatever is in it, a browser only saves it. */
  @Endpoint(readAttachment)
  async read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readAttachment>,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.talk.attachment(actor, params.attachmentId);
    response.setHeader('content-type', file.mediaType);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "sandbox; default-src 'none'");
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
    );
    response.end(file.content);
  }
}
