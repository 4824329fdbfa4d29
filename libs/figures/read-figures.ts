import type { EntityManager } from 'typeorm';
import { readReach } from './author-figures.js';
import type { Figure, FigureCode } from './definitions.js';
import type { FigureScope } from './figure-scope.js';
import { type MentionPoint, readMentionFigures } from './mention-figures.js';
import { readResponseFigures, type ResponseCount } from './response-figures.js';
import { readStandingSteps, type StandingCode, walkBack } from './standing-figures.js';
import { readRaised } from './topic-figures.js';
import {
  readApprovalFigures,
  readBacklog,
  readEscalationFigures,
  readOpenIncidents,
} from './work-figures.js';
import { together } from './together.js';

export interface Figures {
  figures: Figure[];
  /** Mentions over the range with what is usual. */
  course: MentionPoint[];
  /** The highest level that stands. */
  highest: number;
  oldestWaitingAt: Date | null;
}

/** Every figure of a scope, as FIGURES defines them and in their order. */
export async function readFigures(
  manager: EntityManager,
  scope: FigureScope,
  moment = new Date(),
): Promise<Figures> {
  const [mentions, reach, responses, escalations, approvals, backlog, topics, incidents, steps] =
    await together(manager, [
      () => readMentionFigures(manager, scope),
      () => readReach(manager, scope),
      () => readResponseFigures(manager, scope),
      () => readEscalationFigures(manager, scope),
      () => readApprovalFigures(manager, scope),
      () => readBacklog(manager, scope),
      () => readRaised(manager, scope),
      () => readOpenIncidents(manager, scope),
      () => readStandingSteps(manager, scope, moment),
    ]);
  const figure = (code: FigureCode, given: Partial<Figure> & Pick<Figure, 'value'>): Figure => ({
    ...{ code, before: null, counted: given.value ?? 0, of: null, atLeast: false, course: [] },
    ...given,
  });
  const [now, then] = [responses.now, responses.before];
  const answered = (of: (point: ResponseCount) => number | null) => responses.course.map(of);
  const standing = (code: StandingCode, value: number) =>
    figure(code, { value, ...(steps ? walkBack(value, steps[code]) : {}) });
  const figures = [
    figure('mentions', {
      value: mentions.now.mentions,
      before: mentions.before.mentions,
      course: mentions.course.map((point) => point.mentions),
    }),
    figure('negativeShare', {
      value: share(mentions.now.negative, mentions.now.mentions),
      before: share(mentions.before.negative, mentions.before.mentions),
      counted: mentions.now.negative,
      of: mentions.now.mentions,
      course: mentions.course.map((point) => share(point.negative, point.mentions)),
    }),
    figure('reach', { value: reach.now, before: reach.before, course: reach.course }),
    standing('topicsRaised', topics.raised),
    standing('incidentsOpen', incidents),
    figure('backlog', { value: backlog.waiting, atLeast: backlog.atLeast }),
    figure('responseMedian', {
      ...{ value: now.median, before: then.median, counted: now.replies },
      course: answered(({ median }) => median),
    }),
    figure('responseP90', {
      ...{ value: now.p90, before: then.p90, counted: now.replies },
      course: answered(({ p90 }) => p90),
    }),
    figure('replies', {
      value: now.replies,
      before: then.replies,
      course: answered(({ replies }) => replies),
    }),
    figure('fromLibrary', {
      ...{ value: share(now.library, now.replies), before: share(then.library, then.replies) },
      ...{ counted: now.library, of: now.replies },
      course: answered(({ library, replies }) => share(library, replies)),
    }),
    figure('messagePenetration', {
      ...{ value: share(now.message, now.replies), before: share(then.message, then.replies) },
      ...{ counted: now.message, of: now.replies },
      course: answered(({ message, replies }) => share(message, replies)),
    }),
    standing('escalationsOpen', escalations.now.open),
    standing('escalationsOverdue', escalations.now.overdue),
    figure('acknowledgedInTime', {
      value: share(escalations.now.inTime, escalations.now.acknowledged),
      before: share(escalations.before.inTime, escalations.before.acknowledged),
      counted: escalations.now.inTime,
      of: escalations.now.acknowledged,
      course: escalations.course.map(({ inTime, acknowledged }) => share(inTime, acknowledged)),
    }),
    figure('approvalMedian', {
      ...{ value: approvals.now.median, before: approvals.before.median, counted: approvals.now.decided },
      course: approvals.course,
    }),
  ];
  return { figures, course: mentions.course, highest: topics.highest, oldestWaitingAt: backlog.oldestAt };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
