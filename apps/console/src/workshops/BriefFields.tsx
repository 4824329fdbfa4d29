import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { OBJECTIVES, PLACES, TRUSTS } from '#contract/workshops';
import { LOCALES } from '#platform/contract';
import { languageName } from '../i18n/languages.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { fromLocalField, toLocalField } from '../library/local-instant.js';
import type { WorkshopBrief } from './brief.js';
import { NumberField } from './NumberField.js';

interface BriefFieldsProps {
  brief: WorkshopBrief;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<WorkshopBrief>) => void;
}

const SAYINGS = ['sponsor', 'stake', 'strategy'] as const;

/** The questions that come before any method. */
export function BriefFields({ brief, errors, onChange }: BriefFieldsProps) {
  const { t } = useTranslation();
  const topics = useTopicNames();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <TextField
        required
        label={t('workshops.field.title')}
        value={brief.title}
        error={errors['title'] !== undefined}
        helperText={errors['title'] ?? t('workshops.hint.title')}
        onChange={({ target }) => onChange({ title: target.value })}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      {SAYINGS.map((field) => (
        <TextField
          key={field}
          multiline
          label={t(`workshops.field.${field}`)}
          helperText={t(`workshops.hint.${field}`)}
          value={brief[field]}
          onChange={({ target }) => onChange({ [field]: target.value })}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
      ))}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Choice
          label={t('workshops.field.objective')}
          value={brief.objective}
          options={OBJECTIVES.map((one) => [one, t(`workshops.objective.${one}`)])}
          onChange={(objective) => onChange({ objective })}
        />
        <Choice
          label={t('workshops.field.place')}
          value={brief.place}
          options={PLACES.map((one) => [one, t(`workshops.place.${one}`)])}
          onChange={(place) => onChange({ place })}
        />
        <NumberField
          label={t('workshops.field.people')}
          value={brief.people}
          least={2}
          most={500}
          onChange={(people) => onChange({ people })}
        />
        <NumberField
          label={t('workshops.field.minutes')}
          value={brief.minutes}
          least={5}
          most={6000}
          onChange={(minutes) => onChange({ minutes })}
        />
        <Choice
          label={t('workshops.field.trust')}
          value={brief.trust}
          options={TRUSTS.map((one) => [one, t(`workshops.trust.${one}`)])}
          onChange={(trust) => onChange({ trust })}
        />
        <Choice
          label={t('workshops.field.language')}
          value={brief.language}
          options={LOCALES.map((one) => [one, languageName(one)])}
          onChange={(language) => onChange({ language })}
        />
        <TextField
          type="datetime-local"
          label={t('workshops.field.plannedAt')}
          value={toLocalField(brief.plannedAt)}
          onChange={({ target }) => onChange({ plannedAt: fromLocalField(target.value) })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          select
          label={t('workshops.field.topic')}
          value={brief.topicId !== null && topics.has(brief.topicId) ? brief.topicId : ''}
          onChange={({ target }) => onChange({ topicId: target.value === '' ? null : target.value })}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          <MenuItem value="">{t('workshops.noTopic')}</MenuItem>
          {[...topics].map(([id, name]) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <FormControlLabel
        control={
          <Checkbox
            checked={brief.anonymousAllowed}
            onChange={(_, anonymousAllowed) => onChange({ anonymousAllowed })}
          />
        }
        label={t('workshops.field.anonymousAllowed')}
      />
    </Box>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/** One of a few words. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([one]) => one === target.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {options.map(([one, word]) => (
        <MenuItem key={one} value={one}>
          {word}
        </MenuItem>
      ))}
    </TextField>
  );
}
