import { useTranslation } from 'react-i18next';
import type { Reply } from '#contract/replies';
import { useFormat } from '../i18n/format.js';
import { useSecondsLeft } from './use-seconds-left.js';

const SOON_SECONDS = 130;

/** In plain words, where a reply stands. */
export function useReplyTitle(reply: Reply): string {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = useSecondsLeft(reply.state === 'queued' ? reply.dueAt : null);
  const { removal } = reply;
  if (removal) {
    const stage = removal.removedAt ? 'removed' : removal.problem ? 'notRemoved' : 'removing';
    return t(reply.post ? `reply.post.${stage}` : `reply.${stage}`);
  }
  if (reply.post) return t(`reply.post.state.${reply.state}`);
  if (reply.state !== 'queued') return t(`reply.state.${reply.state}`);
  if (reply.hold) return t(`reply.held.${reply.hold.kind}`);
  if (reply.scheduledFor && seconds > SOON_SECONDS) {
    return t('reply.scheduled', { when: format.dateTime(reply.scheduledFor) });
  }
  return seconds > 0 ? t('reply.leavingIn', { count: seconds }) : t('reply.state.queued');
}
