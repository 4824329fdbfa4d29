import { Controller } from '@nestjs/common';
import type { InputOf, ResponseOf } from '#platform/contract';
import { type Actor, CurrentActor, Endpoint, Input } from '#platform/http';
import { previewPosts, proposePosts, readPosts } from './contract.js';
import { IncidentPostsService } from './posts.service.js';

@Controller()
export class PostsController {
  constructor(private readonly posts: IncidentPostsService) {}

  @Endpoint(readPosts)
  read(@Input() { params }: InputOf<typeof readPosts>): Promise<ResponseOf<typeof readPosts>> {
    return this.posts.read(params.incidentId);
  }

  @Endpoint(previewPosts)
  preview(@Input() { params, body }: InputOf<typeof previewPosts>): Promise<ResponseOf<typeof previewPosts>> {
    return this.posts.preview(params.incidentId, params.answerId, body);
  }

  @Endpoint(proposePosts)
  propose(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof proposePosts>,
  ): Promise<ResponseOf<typeof proposePosts>> {
    return this.posts.propose(params.incidentId, params.answerId, body, actor);
  }
}
