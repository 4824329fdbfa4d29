import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFreezes, listReplies, type PublicationFreezeView, releaseFreeze } from '#contract/replies';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useRealm } from '../shell/realm.js';

/** The freezes that hold now, said plainly, with their end for those who may. */
export function FreezeBar() {
  const { realm } = useRealm();
  const freezes = useEndpoint(listFreezes, { query: { realm } });
  const active = freezes.data?.items.filter(({ released }) => released === null) ?? [];
  if (active.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      {active.map((freeze) => (
        <Freeze key={freeze.id} freeze={freeze} />
      ))}
    </Box>
  );
}

function Freeze({ freeze }: { freeze: PublicationFreezeView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [releasing, setReleasing] = useState(false);
  const release = useChange(releaseFreeze, {
    touches: [listFreezes, listReplies],
    onDone: () => setReleasing(false),
  });
  return (
    <Alert
      severity="warning"
      role="status"
      action={
        may('replies.govern') ? (
          <Button color="inherit" size="small" onClick={() => setReleasing(true)}>
            {t('replies.unfreeze')}
          </Button>
        ) : undefined
      }
    >
      <AlertTitle>
        {freeze.topic ? t('replies.frozenTopic', { topic: freeze.topic.name }) : t('replies.frozenAll')}
      </AlertTitle>
      {freeze.reason} · {freeze.by ? `${freeze.by.name} · ` : ''}
      {format.dateTime(freeze.frozenAt)} · {t('replies.held', { count: freeze.held })}
      {freeze.leaving > 0 ? ` · ${t('replies.leaving', { count: freeze.leaving })}` : ''}
      <ConfirmDialog
        open={releasing}
        title={t('replies.unfreezeTitle')}
        confirm={t('replies.unfreeze')}
        busy={release.isPending}
        error={release.error}
        onConfirm={() => release.mutate({ params: { freezeId: freeze.id }, body: {} })}
        onClose={() => setReleasing(false)}
      >
        {t('replies.unfreezeText', { count: freeze.held })}
      </ConfirmDialog>
    </Alert>
  );
}
