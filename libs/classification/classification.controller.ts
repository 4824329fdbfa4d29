import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  addLexiconEntry,
  changeLexiconEntry,
  listLexicon,
  removeLexiconEntry,
  tryClassification,
} from '#contract/classification';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { assess } from './assess.js';
import { viewAssessment } from './assessment-view.js';
import { detectLanguage } from './language.js';
import { measuredModels } from './model/measured-models.js';
import { LexiconCache } from './lexicon-cache.js';
import { LexiconService } from './lexicon.service.js';

@Controller()
export class ClassificationController {
  private readonly lexicons = new LexiconCache();

  constructor(
    private readonly lexicon: LexiconService,
    private readonly dataSource: DataSource,
  ) {}

  @Endpoint(listLexicon)
  list(@Input() { query }: InputOf<typeof listLexicon>): Promise<ResponseOf<typeof listLexicon>> {
    return this.lexicon.list(query);
  }

  @Endpoint(addLexiconEntry)
  add(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof addLexiconEntry>,
  ): Promise<ResponseOf<typeof addLexiconEntry>> {
    return this.lexicon.add(actor, body);
  }

  @Endpoint(changeLexiconEntry)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeLexiconEntry>,
  ): Promise<ResponseOf<typeof changeLexiconEntry>> {
    return this.lexicon.change(actor, params.entryId, body);
  }

  @Endpoint(removeLexiconEntry)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof removeLexiconEntry>,
  ): Promise<void> {
    return this.lexicon.remove(actor, params.entryId);
  }

  /** The playground: what classification would say of a text under the present lexicon. */
  @Endpoint(tryClassification)
  async try(
    @Input() { body }: InputOf<typeof tryClassification>,
  ): Promise<ResponseOf<typeof tryClassification>> {
    const lexicon = await this.lexicons.current(this.dataSource);
    const author = body.followers === undefined ? {} : { author: { followers: body.followers } };
    return viewAssessment(
      assess({ text: body.text, hasMedia: body.hasMedia, ...author }, lexicon, detectLanguage, {
        model: measuredModels(),
      }),
    );
  }
}
