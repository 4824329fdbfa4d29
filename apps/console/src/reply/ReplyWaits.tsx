import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Reply } from '#contract/replies';
import { useFormat } from '../i18n/format.js';

/** What a reply waits for, and why. */
export function ReplyWaits({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines: string[] = [];
  if (reply.state === 'awaiting_second' && reply.second) {
    lines.push(t(`reply.secondWhy.${reply.second.why}`));
  }
  if (reply.hold?.kind === 'freeze') {
    const { by, since, reason } = reply.hold;
    lines.push(
      t(by === null ? 'reply.frozenWhy' : 'reply.frozenByWhy', {
        name: by,
        when: format.dateTime(since),
        reason,
      }),
    );
  }
  if (reply.hold?.kind === 'order') {
    const { state, replyId } = reply.hold;
    lines.push(t('reply.orderWhy', { state: t(`vocabulary.replyState.${state}`), id: replyId }));
  }
  if (reply.scheduledFor && (reply.hold || reply.state === 'awaiting_second')) {
    lines.push(t('reply.scheduled', { when: format.dateTime(reply.scheduledFor) }));
  }
  return lines.map((line) => (
    <Typography key={line} variant="body2" sx={{ mt: 0.5 }}>
      {line}
    </Typography>
  ));
}
