import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_PLAN } from '#contract/stakeholders';
import {
  salienceClass,
  STAKEHOLDER_CATEGORIES,
  STAKEHOLDER_KINDS,
  type StakeholderCategory,
  type StakeholderKind,
} from '#rules/stakeholders';
import { useFieldErrors } from '../i18n/problem-text.js';
import { InstantField } from '../incidents/InstantField.js';
import { PersonField } from '../incidents/PersonField.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { AxisField } from './AxisField.js';
import type { StakeholderDraft } from './stakeholder-draft.js';

interface StakeholderDialogProps {
  title: string;
  confirm: string;
  draft: StakeholderDraft;
  /** Also asks where it stands on the map. */
  placed?: boolean;
  busy: boolean;
  error: unknown;
  onSave: (draft: StakeholderDraft) => void;
  onClose: () => void;
}

const ATTRIBUTES = [
  { field: 'hasPower', note: 'powerNote' },
  { field: 'hasLegitimacy', note: 'legitimacyNote' },
  { field: 'hasUrgency', note: 'urgencyNote' },
] as const;

/** What is known of a stakeholder, to be written down or changed; the class follows as one ticks. */
export function StakeholderDialog(props: StakeholderDialogProps) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(props.draft);
  const errors = useFieldErrors(props.error);
  const change = (part: Partial<StakeholderDraft>) => setGiven((before) => ({ ...before, ...part }));
  const salience = salienceClass({
    power: given.hasPower,
    legitimacy: given.hasLegitimacy,
    urgency: given.hasUrgency,
  });
  return (
    <ConfirmDialog
      open
      title={props.title}
      confirm={props.confirm}
      busy={props.busy}
      disabled={given.name.trim() === ''}
      error={props.error}
      onConfirm={() => props.onSave(given)}
      onClose={props.onClose}
    >
      <Box
        sx={{
          ...{ display: 'grid', gap: 2, pt: 1 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <TextField
          autoFocus
          label={t('stakeholders.name')}
          value={given.name}
          error={errors['name'] !== undefined}
          helperText={errors['name']}
          slotProps={{ htmlInput: { maxLength: LONGEST_NAME, autoComplete: 'off', 'aria-required': true } }}
          onChange={({ target }) => change({ name: target.value })}
          sx={{ gridColumn: '1 / -1' }}
        />
        <TextField
          select
          label={t('stakeholders.kindLabel')}
          value={given.kind}
          onChange={({ target }) => change({ kind: target.value as StakeholderKind })}
        >
          {STAKEHOLDER_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`stakeholders.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('stakeholders.categoryLabel')}
          value={given.category}
          onChange={({ target }) => change({ category: target.value as StakeholderCategory })}
        >
          {STAKEHOLDER_CATEGORIES.map((category) => (
            <MenuItem key={category} value={category}>
              {t(`stakeholders.category.${category}`)}
            </MenuItem>
          ))}
        </TextField>
        {props.placed ? (
          <>
            <AxisField axis="power" value={given.power} onChange={(power) => change({ power })} />
            <AxisField axis="interest" value={given.interest} onChange={(interest) => change({ interest })} />
          </>
        ) : null}
        <Box
          component="fieldset"
          sx={{ gridColumn: '1 / -1', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, pb: 2 }}
        >
          <legend>{t('stakeholders.attributes')}</legend>
          {ATTRIBUTES.map(({ field, note }) => (
            <Box key={field} sx={{ mb: 1 }}>
              <FormControlLabel
                control={
                  <Checkbox checked={given[field]} onChange={(_, checked) => change({ [field]: checked })} />
                }
                label={`${t(`stakeholders.attribute.${field}`)} – ${t(`stakeholders.attributeHint.${field}`)}`}
              />
              <TextField
                fullWidth
                size="small"
                label={t('stakeholders.note', { attribute: t(`stakeholders.attribute.${field}`) })}
                value={given[note]}
                slotProps={{ htmlInput: { maxLength: LONGEST_NOTE } }}
                onChange={({ target }) => change({ [note]: target.value })}
              />
            </Box>
          ))}
          <Typography variant="body2" role="status">
            <strong>{t(`stakeholders.salience.${salience}`)}</strong> –{' '}
            {t(`stakeholders.meaning.${salience}`)}
          </Typography>
        </Box>
        <PersonField
          label={t('stakeholders.owner')}
          value={given.ownerId}
          permission="stakeholders.write"
          none={t('stakeholders.nobody')}
          onChange={(ownerId) => change({ ownerId })}
        />
        <InstantField
          label={t('stakeholders.nextContact')}
          value={given.nextContactAt}
          onChange={(nextContactAt) => change({ nextContactAt })}
        />
        <TextField
          multiline
          minRows={3}
          label={t('stakeholders.plan')}
          helperText={t('stakeholders.planHint')}
          value={given.plan}
          slotProps={{ htmlInput: { maxLength: LONGEST_PLAN } }}
          onChange={({ target }) => change({ plan: target.value })}
          sx={{ gridColumn: '1 / -1' }}
        />
      </Box>
    </ConfirmDialog>
  );
}
