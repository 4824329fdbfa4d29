import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listReplies, REPLY_STATES } from '#contract/replies';
import { usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useRealm } from '../shell/realm.js';
import { ReplyRow } from './ReplyRow.js';

/** The outbox: what is about to leave, what has left, what did not. */
export function RepliesPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const [search, setSearch] = useSearchParams();
  const state = REPLY_STATES.find((one) => one === search.get('state'));
  const replies = usePages(listReplies, {
    query: { realm, limit: 50, ...(state ? { state: [state] } : {}) },
  });
  return (
    <PageBody>
      <PageHeader title={t('replies.title')} lead={t('replies.lead')} />
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
      <KeysetList
        query={replies}
        empty={
          state ? (
            <EmptyState
              title={t('replies.noneFound')}
              action={<Button onClick={() => setSearch({}, { replace: true })}>{t('replies.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('replies.none')} text={t('replies.noneText')} />
          )
        }
      >
        {(items) => (
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
        )}
      </KeysetList>
    </PageBody>
  );
}
