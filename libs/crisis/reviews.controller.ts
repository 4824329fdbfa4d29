import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf, ResponseOf } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import {
  addReviewAction,
  changeReviewAction,
  listReviewActions,
  readReview,
  type ReviewAction,
  type ReviewView,
  saveReview,
} from './contract.js';
import * as review from './review.js';

/** Closing reviews and their actions; each act is one transaction. */
@Controller()
export class ReviewsController {
  constructor(private readonly dataSource: DataSource) {}

  @Endpoint(readReview)
  read(@Input() { params }: InputOf<typeof readReview>): Promise<ReviewView> {
    return review.readReview(this.dataSource.manager, params.incidentId, new Date());
  }

  @Endpoint(saveReview)
  save(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof saveReview>,
  ): Promise<ReviewView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await review.saveReview(manager, actor, params.incidentId, body, new Date());
      return review.readReview(manager, params.incidentId, new Date());
    });
  }

  @Endpoint(addReviewAction)
  add(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addReviewAction>,
  ): Promise<ReviewView> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      await review.addAction(manager, actor, params.incidentId, body, new Date());
      return review.readReview(manager, params.incidentId, new Date());
    });
  }

  @Endpoint(listReviewActions)
  async list(
    @Input() { query }: InputOf<typeof listReviewActions>,
  ): Promise<ResponseOf<typeof listReviewActions>> {
    return { items: await review.listActions(this.dataSource.manager, query, new Date()) };
  }

  @Endpoint(changeReviewAction)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeReviewAction>,
  ): Promise<ReviewAction> {
    return inTransaction(this.dataSource, ({ manager }) =>
      review.changeAction(manager, actor, params.actionId, body, new Date()),
    );
  }
}
