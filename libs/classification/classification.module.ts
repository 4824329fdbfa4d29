import { Module } from '@nestjs/common';
import { ClassificationController } from './classification.controller.js';
import { LexiconService } from './lexicon.service.js';

@Module({ controllers: [ClassificationController], providers: [LexiconService] })
export class ClassificationHttpModule {}
