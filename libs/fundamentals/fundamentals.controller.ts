import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { answerQuestion, beginLesson, listLessons, readLesson, readTeam } from './contract.js';
import { FundamentalsService } from './fundamentals.service.js';
import { TeamService } from './team.service.js';

@Controller()
export class FundamentalsController {
  constructor(
    private readonly fundamentals: FundamentalsService,
    private readonly team: TeamService,
  ) {}

  @Endpoint(listLessons)
  list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listLessons>> {
    return this.fundamentals.list(actor);
  }

  @Endpoint(readLesson)
  read(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof readLesson>,
  ): Promise<ResponseOf<typeof readLesson>> {
    return this.fundamentals.read(actor, params.lesson);
  }

  @Endpoint(beginLesson)
  begin(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof beginLesson>,
  ): Promise<ResponseOf<typeof beginLesson>> {
    return this.fundamentals.begin(actor, params.lesson);
  }

  @Endpoint(answerQuestion)
  answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof answerQuestion>,
  ): Promise<ResponseOf<typeof answerQuestion>> {
    return this.fundamentals.answer(actor, params.lesson, body);
  }

  @Endpoint(readTeam)
  readTeam(): Promise<ResponseOf<typeof readTeam>> {
    return this.team.read();
  }
}
