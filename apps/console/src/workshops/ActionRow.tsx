import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { changeWorkshopAction, type Harvest } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { PersonField } from '../incidents/PersonField.js';
import { useMay, useSession } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useNow } from '../shared/use-now.js';
import { DayField } from './ActionDialog.js';
import { localDay } from './local-day.js';
import { TOUCHED } from './touched.js';

interface ActionRowProps {
  action: Harvest;
  /** Named where actions of several workshops stand together. */
  workshop?: { id: string; title: string };
}

/** An action: what, who, until when; late ones are marked until they are done. */
export function ActionRow({ action, workshop }: ActionRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const session = useSession();
  const now = useNow();
  const [changing, setChanging] = useState(false);
  const change = useChange(changeWorkshopAction, { touches: TOUCHED, onDone: () => setChanging(false) });
  const params = { actionId: action.id };
  const late = action.done === null && action.dueOn !== null && action.dueOn < localDay(now);
  const changes = may('workshops.run') || action.owner?.id === session.person.id;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {action.text}
        </Typography>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            action.owner?.name ?? '–',
            action.dueOn === null
              ? '–'
              : t('workshops.actions.dueOn', { day: format.date(`${action.dueOn}T12:00:00`) }),
            ...(action.done ? [t('workshops.actions.doneBy', { name: action.done.by.name })] : []),
          ].join(' · ')}
          {workshop ? ' · ' : ''}
          {workshop ? (
            <Link component={RouterLink} to={`/workshops/${workshop.id}`}>
              {workshop.title}
            </Link>
          ) : null}
        </Typography>
        {changing ? null : <ProblemAlert error={change.error} />}
      </Box>
      {late ? <Chip color="error" label={t('workshops.actions.late')} /> : null}
      {action.done ? <Chip color="success" variant="outlined" label={t('workshops.actions.done')} /> : null}
      {changes ? (
        <>
          <Button
            loading={change.isPending && !changing}
            aria-label={t(action.done ? 'workshops.actions.reopenOf' : 'workshops.actions.finishOf', {
              text: action.text,
            })}
            onClick={() => change.mutate({ params, body: { done: action.done === null } })}
          >
            {t(action.done ? 'workshops.actions.reopen' : 'workshops.actions.finish')}
          </Button>
          {action.done ? null : (
            <Button
              aria-label={t('workshops.actions.changeOf', { text: action.text })}
              onClick={() => setChanging(true)}
            >
              {t('workshops.actions.change')}
            </Button>
          )}
        </>
      ) : null}
      {changing ? (
        <ChangeAction
          action={action}
          busy={change.isPending}
          error={change.error}
          onSave={(body) => change.mutate({ params, body })}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Box>
  );
}

interface ChangeActionProps {
  action: Harvest;
  busy: boolean;
  error: unknown;
  onSave: (change: { ownerId: string; dueOn: string }) => void;
  onClose: () => void;
}

function ChangeAction({ action, busy, error, onSave, onClose }: ChangeActionProps) {
  const { t } = useTranslation();
  const [ownerId, setOwnerId] = useState(action.owner?.id ?? '');
  const [dueOn, setDueOn] = useState(action.dueOn ?? '');
  return (
    <ConfirmDialog
      open
      title={t('workshops.actions.changeTitle')}
      confirm={t('workshops.save')}
      busy={busy}
      error={error}
      disabled={ownerId === '' || dueOn === ''}
      onConfirm={() => onSave({ ownerId, dueOn })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1, minWidth: { sm: 380 } }}>
        <Typography variant="body2">{action.text}</Typography>
        <PersonField
          label={t('workshops.actions.owner')}
          value={ownerId}
          permission="workshops.read"
          onChange={setOwnerId}
        />
        <DayField label={t('workshops.actions.due')} value={dueOn} onChange={setDueOn} />
      </Stack>
    </ConfirmDialog>
  );
}
