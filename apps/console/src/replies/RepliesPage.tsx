import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listReplies, REPLY_STATES } from '#contract/replies';
import { usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useMay } from '../session/session.js';
import { useRealm } from '../shell/realm.js';
import { useWaiting, waitingFigure } from '../shell/use-waiting.js';
import { FreezeBar } from './FreezeBar.js';
import { FreezeDialog } from './FreezeDialog.js';
import { ReplyRow } from './ReplyRow.js';
import { RulesDialog } from './RulesDialog.js';
import { SecondPersonQueue } from './SecondPersonQueue.js';

/** The outbox: what is about to leave, what has left, what did not. */
export function RepliesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<'freeze' | 'rules' | null>(null);
  const { realm } = useRealm();
  const [search, setSearch] = useSearchParams();
  const state = REPLY_STATES.find((one) => one === search.get('state'));
  const counted = countedBy(search);
  const replies = usePages(listReplies, {
    query: { realm, limit: 50, ...(state ? { state: [state] } : {}), ...counted },
  });
  return (
    <PageBody>
      <PageHeader
        title={t('replies.title')}
        lead={t('replies.lead')}
        actions={
          may('replies.govern') ? (
            <>
              <Button onClick={() => setAsking('rules')}>{t('replies.rules')}</Button>
              <Button variant="outlined" onClick={() => setAsking('freeze')}>
                {t('replies.freeze')}
              </Button>
            </>
          ) : null
        }
      />
      <FreezeBar />
      {state === 'awaiting_second' ? null : (
        <WaitForSecond onLook={() => setSearch({ state: 'awaiting_second' })} />
      )}
      {asking === 'freeze' ? <FreezeDialog onClose={() => setAsking(null)} /> : null}
      {asking === 'rules' ? <RulesDialog onClose={() => setAsking(null)} /> : null}
      <TextField
        select
        label={t('replies.state')}
        value={state ?? ''}
        sx={{ mb: 2, minWidth: 220 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => setSearch(target.value ? { state: target.value } : {}, { replace: true })}
      >
        <MenuItem value="">{t('replies.anyState')}</MenuItem>
        {REPLY_STATES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`vocabulary.replyState.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {counted ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
          <Chip label={t('colleagues.ofInvited')} />
          <Button size="small" onClick={() => setSearch({}, { replace: true })}>
            {t('colleagues.allReplies')}
          </Button>
        </Box>
      ) : null}
      <KeysetList
        query={replies}
        empty={
          state || counted ? (
            <EmptyState
              title={t('replies.noneFound')}
              action={<Button onClick={() => setSearch({}, { replace: true })}>{t('replies.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('replies.none')} text={t('replies.noneText')} />
          )
        }
      >
        {(items) =>
          state === 'awaiting_second' && may('replies.confirm') ? (
            <SecondPersonQueue items={items} />
          ) : (
            <Box
              component="ul"
              aria-label={t('replies.title')}
              sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
            >
              {items.map((reply) => (
                <li key={reply.id}>
                  <ReplyRow reply={reply} />
                </li>
              ))}
            </Box>
          )
        }
      </KeysetList>
    </PageBody>
  );
}

/** Replies of others that this person may let leave: the way to go through them. */
function WaitForSecond({ onLook }: { onLook: () => void }) {
  const { t } = useTranslation();
  const { replies } = useWaiting();
  if (!replies || replies.count === 0) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={onLook}>
          {t('replies.lookAtThem')}
        </Button>
      }
    >
      {t('replies.waitForSecond', { count: replies.count, number: waitingFigure(replies) })}
    </Alert>
  );
}

/** What a figure about invited colleagues counts; null when the list was not opened from one. */
function countedBy(search: URLSearchParams) {
  if (search.get('invited') !== 'true') return null;
  const [personId, fieldId, sentSince] = ['person', 'field', 'since'].map((name) => search.get(name));
  return {
    invited: 'true' as const,
    ...(personId ? { personId } : {}),
    ...(fieldId ? { fieldId } : {}),
    ...(sentSince ? { sentSince } : {}),
  };
}
