import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPosts } from '#contract/crisis';
import { countMentions, readMention } from '#contract/mentions';
import { listNetworks } from '#contract/networks';
import {
  cancelReply,
  decideAsSecond,
  letReplyPass,
  listReplies,
  lookAgain,
  readBackReply,
  releaseReply,
  removeReply,
  type Reply,
} from '#contract/replies';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay, useSession } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { ReasonDialog } from './ReasonDialog.js';

type WithReason = 'remove' | 'refuse' | 'letPass' | 'release';

/** What this person can still do about a reply; what needs a reason asks for it. */
export function ReplyActions({ reply, onCorrect }: { reply: Reply; onCorrect?: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { person } = useSession();
  const [asking, setAsking] = useState<WithReason | null>(null);
  const touches = [listReplies, readMention, countMentions, readPosts];
  const close = () => setAsking(null);
  const cancel = useChange(cancelReply, { touches });
  const readBack = useChange(readBackReply, { touches });
  const second = useChange(decideAsSecond, { touches, onDone: close });
  const remove = useChange(removeReply, { touches, onDone: close });
  const look = useChange(lookAgain, { touches });
  const letPass = useChange(letReplyPass, { touches, onDone: close });
  const release = useChange(releaseReply, { touches, onDone: close });
  const published = reply.state === 'sent' && !reply.removal;
  const networks = useEndpoint(
    listNetworks,
    {},
    { enabled: published && may('replies.send'), staleTime: 60_000 },
  );
  const removable = networks.data?.items.find(({ network }) => network === reply.network)?.remove === true;

  const params = { replyId: reply.id };
  const { edited } = reply;
  const seen = edited ? { wording: edited.wording } : {};
  const mayLook = reply.second
    ? may('replies.confirm') && reply.by.id !== person.id
    : may('replies.send') || may('replies.confirm');
  const buttons = [
    reply.state === 'awaiting_second' && may('replies.confirm') && reply.by.id !== person.id
      ? [
          <Button
            key="confirm"
            variant="contained"
            size="small"
            loading={second.isPending && asking === null}
            onClick={() => second.mutate({ params, body: { decision: 'confirmed', ...seen } })}
          >
            {t('reply.secondConfirm')}
          </Button>,
          <Button key="refuse" size="small" onClick={() => setAsking('refuse')}>
            {t('reply.secondRefuse')}
          </Button>,
        ]
      : [],
    (reply.state === 'queued' || reply.state === 'awaiting_second') && may('replies.send') ? (
      <Button
        key="cancel"
        color="inherit"
        size="small"
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ params })}
      >
        {t('reply.callBack')}
      </Button>
    ) : null,
    reply.hold?.kind === 'edited' && edited && mayLook ? (
      <Button
        key="look"
        variant="contained"
        size="small"
        loading={look.isPending}
        onClick={() => look.mutate({ params, body: { wording: edited.wording } })}
      >
        {t('reply.stillFits')}
      </Button>
    ) : null,
    reply.hold?.kind === 'order' && may('replies.send') ? (
      <Button key="pass" color="inherit" size="small" onClick={() => setAsking('letPass')}>
        {t('reply.letPass')}
      </Button>
    ) : null,
    reply.hold?.kind === 'freeze' && may('replies.govern') ? (
      <Button key="release" color="inherit" size="small" onClick={() => setAsking('release')}>
        {t('reply.release')}
      </Button>
    ) : null,
    reply.state === 'uncertain' && may('replies.send') ? (
      <Button
        key="read"
        color="inherit"
        size="small"
        loading={readBack.isPending}
        onClick={() => readBack.mutate({ params })}
      >
        {t('reply.readBack')}
      </Button>
    ) : null,
    reply.state === 'sent' && onCorrect && may('replies.send') && reply.correctedById === null ? (
      <Button key="correct" color="inherit" size="small" onClick={onCorrect}>
        {t('reply.correct')}
      </Button>
    ) : null,
    published && removable && may('replies.send') ? (
      <Button key="remove" color="inherit" size="small" onClick={() => setAsking('remove')}>
        {t('reply.remove')}
      </Button>
    ) : null,
  ]
    .flat()
    .filter((button) => button !== null);

  const words = (what: WithReason) =>
    reply.post && (what === 'remove' || what === 'refuse') ? (`${what}Post` as const) : what;
  const change = { remove, refuse: second, letPass, release };
  const confirm = (reason: string) => {
    if (asking === 'refuse') second.mutate({ params, body: { decision: 'refused', reason } });
    else if (asking) change[asking].mutate({ params, body: { reason } } as never);
  };
  return (
    <>
      {buttons.length > 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>{buttons}</Box>
      ) : null}
      <ProblemAlert
        error={cancel.error ?? readBack.error ?? look.error ?? (asking === null ? second.error : null)}
        sx={{ mt: 1 }}
      />
      {asking ? (
        <ReasonDialog
          title={t(`reply.ask.${words(asking)}.title`)}
          text={t(`reply.ask.${words(asking)}.text`)}
          confirm={t(`reply.ask.${words(asking)}.confirm`)}
          danger={asking === 'remove' || asking === 'refuse'}
          busy={change[asking].isPending}
          error={change[asking].error}
          onConfirm={confirm}
          onClose={close}
        />
      ) : null}
    </>
  );
}
