import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Display, listDisplays, revokeDisplay } from '#contract/dashboard';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { useNow } from '../shared/use-now.js';
import { DisplayDialog, DisplayLink, type DisplayAddress } from './DisplayDialog.js';

/** Wall screens: which may show figures without a sign-in, until when, and how to shut them. */
export function DisplaysPage() {
  const { t } = useTranslation();
  const list = useEndpoint(listDisplays, {});
  const [creating, setCreating] = useState(false);
  const [address, setAddress] = useState<DisplayAddress | null>(null);
  const [shutting, setShutting] = useState<Display | null>(null);
  const shut = useChange(revokeDisplay, { touches: [listDisplays], onDone: () => setShutting(null) });
  const create = (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>
      {t('displays.create')}
    </Button>
  );
  return (
    <PageBody>
      <PageHeader title={t('displays.title')} lead={t('displays.lead')} actions={create} />
      {list.data?.items.length === 0 ? (
        <EmptyState title={t('displays.none')} text={t('displays.noneText')} />
      ) : null}
      {list.data && list.data.items.length > 0 ? (
        <Paper variant="outlined">
          <Box component="ul" aria-label={t('displays.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {list.data.items.map((display) => (
              <DisplayRow key={display.id} display={display} onShut={() => setShutting(display)} />
            ))}
          </Box>
        </Paper>
      ) : null}
      {list.isPending ? <LoadingState rows={2} /> : null}
      {list.error && !list.data ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {creating ? (
        <DisplayDialog
          onMade={(made) => {
            setCreating(false);
            setAddress(made);
          }}
          onClose={() => setCreating(false)}
        />
      ) : null}
      {address ? <DisplayLink address={address} onClose={() => setAddress(null)} /> : null}
      <ConfirmDialog
        open={shutting !== null}
        title={t('displays.revokeTitle', { name: shutting?.name ?? '' })}
        confirm={t('displays.revoke')}
        colour="error"
        busy={shut.isPending}
        error={shut.error}
        onConfirm={() => shutting && shut.mutate({ params: { displayId: shutting.id } })}
        onClose={() => setShutting(null)}
      >
        {t('displays.revokeText')}
      </ConfirmDialog>
    </PageBody>
  );
}

function DisplayRow({ display, onShut }: { display: Display; onShut: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const topics = useTopicNames();
  const now = useNow();
  const expired = Date.parse(display.expiresAt) <= now;
  const open = display.revokedAt === null && !expired;
  const state = display.revokedAt
    ? t('displays.revoked', { when: format.dateTime(display.revokedAt) })
    : expired
      ? t('displays.expired', { when: format.dateTime(display.expiresAt) })
      : t('displays.open');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{display.name}</Typography>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            t(display.realm === 'live' ? 'shell.realmLive' : 'shell.realmTraining'),
            display.topicId ? (topics.get(display.topicId) ?? display.topicId) : t('dashboard.allTopics'),
            t('displays.created', {
              name: display.createdBy.name,
              when: format.date(display.createdAt),
            }),
            ...(open ? [t('displays.expires', { when: format.date(display.expiresAt) })] : []),
            display.lastUsedAt
              ? t('displays.lastUsed', { when: format.relative(display.lastUsedAt, now) })
              : t('displays.neverUsed'),
          ].join(' · ')}
        </Typography>
      </Box>
      <Chip label={state} variant={open ? 'filled' : 'outlined'} />
      {open ? (
        <Button color="error" onClick={onShut} aria-label={t('displays.revokeOf', { name: display.name })}>
          {t('displays.revoke')}
        </Button>
      ) : null}
    </Box>
  );
}
