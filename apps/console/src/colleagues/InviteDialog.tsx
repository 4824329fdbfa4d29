import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { inviteColleague, listColleagues, listFields, readInvitationOf } from '#contract/colleagues';
import type { MentionSummary } from '#contract/mentions';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

/** Hours within which one can ask for an answer. */
const HOURS = [1, 4, 24, 72] as const;

/** Asks a person, or whoever knows about a field, to answer. */
export function InviteDialog({ mention, onClose }: { mention: MentionSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const notify = useNotify();
  const people = useEndpoint(listColleagues, {}).data?.items;
  const fields =
    useEndpoint(listFields, {}).data?.items.filter((one) => !one.retired && one.people > 0) ?? [];
  const [by, setBy] = useState<'person' | 'field'>('person');
  const [personId, setPersonId] = useState('');
  const [fieldId, setFieldId] = useState('');
  const [note, setNote] = useState('');
  const [hours, setHours] = useState('');
  const invite = useChange(inviteColleague, {
    touches: [readInvitationOf, listColleagues],
    onDone: ({ person, field }) => {
      notify({ text: t('colleagues.asked', { name: person?.name ?? (field ? say(field.name) : '') }) });
      onClose();
    },
  });
  const chosen = by === 'person' ? personId : fieldId;
  return (
    <ConfirmDialog
      open
      title={t('colleagues.askTitle')}
      confirm={t('colleagues.ask')}
      busy={invite.isPending}
      disabled={chosen === ''}
      error={invite.error}
      onConfirm={() =>
        invite.mutate({
          params: { mentionId: mention.id },
          body: {
            personId: by === 'person' ? personId : null,
            fieldId: by === 'field' ? fieldId : null,
            note,
            ...(hours === '' ? {} : { dueMinutes: Number(hours) * 60 }),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2">{t('colleagues.askText')}</Typography>
        {people?.length === 0 ? (
          <Alert severity="info">
            {t('colleagues.nobody')}{' '}
            <Link component={RouterLink} to="/colleagues" color="inherit">
              {t('colleagues.toPage')}
            </Link>
          </Alert>
        ) : null}
        <RadioGroup
          row
          aria-label={t('colleagues.by')}
          value={by}
          onChange={(_, next) => setBy(next === 'field' ? 'field' : 'person')}
        >
          <FormControlLabel value="person" control={<Radio />} label={t('colleagues.byPerson')} />
          <FormControlLabel
            value="field"
            control={<Radio />}
            label={t('colleagues.byField')}
            disabled={fields.length === 0}
          />
        </RadioGroup>
        {by === 'person' ? (
          <TextField
            select
            required
            label={t('colleagues.person')}
            value={personId}
            onChange={({ target }) => setPersonId(target.value)}
          >
            {(people ?? []).map((one) => (
              <MenuItem key={one.id} value={one.id} disabled={!one.allowed}>
                {[
                  one.name,
                  ...(one.newcomer ? [t('colleagues.newcomer')] : []),
                  ...(one.allowed ? [] : [t('colleagues.notAllowed')]),
                ].join(' – ')}
              </MenuItem>
            ))}
          </TextField>
        ) : (
          <TextField
            select
            required
            label={t('colleagues.field')}
            value={fieldId}
            onChange={({ target }) => setFieldId(target.value)}
          >
            {fields.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                {say(one.name)} – {t('colleagues.fieldPeople', { count: one.people })}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          multiline
          minRows={2}
          label={t('colleagues.note')}
          helperText={t('colleagues.noteHint')}
          value={note}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
          onChange={({ target }) => setNote(target.value)}
        />
        <TextField
          select
          label={t('colleagues.within')}
          value={hours}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          onChange={({ target }) => setHours(target.value)}
        >
          <MenuItem value="">{t('colleagues.withinUsual')}</MenuItem>
          {HOURS.map((count) => (
            <MenuItem key={count} value={String(count)}>
              {t('colleagues.hours', { count })}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
    </ConfirmDialog>
  );
}
