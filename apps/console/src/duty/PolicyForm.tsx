import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changePolicy,
  createPolicy,
  type EscalationPolicy,
  listPolicies,
  type PolicyStep,
} from '#contract/escalation';
import { SALIENCE_CLASSES } from '#rules/stakeholders';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useTopicNames } from '../inbox/use-topics.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { LEVEL_CODES, LEVEL_NUMBERS } from '../theme/levels.js';
import { ChainPicture } from './ChainPicture.js';
import { PolicyPreview } from './PolicyPreview.js';
import { StepFields } from './StepFields.js';

const ROUTED_CLASSES = SALIENCE_CLASSES.filter((one) => one !== 'none');
const FIRST_STEP: PolicyStep = { targets: [{ kind: 'asked_on_call' }], delayMinutes: 15, repeat: 0 };

interface PolicyFormProps {
  policy: EscalationPolicy | null;
  onClose: () => void;
}

/** The editor of a policy: its steps, their picture, and what they would do. */
export function PolicyForm({ policy, onClose }: PolicyFormProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const format = useFormat();
  const topics = useTopicNames();
  const [fields, setFields] = useState(() => ({
    name: policy?.name ?? '',
    description: policy?.description ?? '',
    topicId: policy?.topicId ?? null,
    levelMin: policy?.levelMin ?? 0,
    levelMax: policy?.levelMax ?? 4,
    salience: policy?.salience ?? [],
    isDefault: policy?.isDefault ?? false,
    active: policy?.active ?? true,
    decideMinutes: policy?.decideMinutes ?? 60,
    steps: policy?.steps ?? [FIRST_STEP],
  }));
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const setStep = (index: number, step: PolicyStep) =>
    set({ steps: fields.steps.map((one, place) => (place === index ? step : one)) });
  const done = () => {
    notify({ text: t('duty.saved') });
    onClose();
  };
  const create = useChange(createPolicy, { touches: [listPolicies], onDone: done });
  const change = useChange(changePolicy, { touches: [listPolicies], onDone: done });
  const save = () =>
    policy
      ? change.mutate({ params: { policyId: policy.id }, body: { ...fields, version: policy.version } })
      : create.mutate({ body: fields });
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      <Section heading="h2" title={t(policy ? 'duty.editPolicy' : 'duty.newPolicy')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <TextField
            autoFocus
            required
            label={t('duty.name')}
            value={fields.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextField
            label={t('duty.description')}
            value={fields.description}
            onChange={(event) => set({ description: event.target.value })}
          />
          <TextField
            select
            label={t('duty.topic')}
            value={fields.topicId ?? ''}
            onChange={(event) => set({ topicId: event.target.value || null })}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('duty.anyTopic')}</MenuItem>
            {[...topics].map(([id, name]) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            type="number"
            label={t('duty.decideMinutes')}
            value={fields.decideMinutes}
            onChange={(event) => set({ decideMinutes: Number(event.target.value) })}
            slotProps={{ htmlInput: { min: 1 } }}
          />
          {(['levelMin', 'levelMax'] as const).map((name) => (
            <TextField
              key={name}
              select
              label={t(`duty.${name}`)}
              value={fields[name]}
              onChange={(event) => set({ [name]: Number(event.target.value) })}
            >
              {LEVEL_NUMBERS.map((number) => (
                <MenuItem key={number} value={number}>
                  {number} · {t(`vocabulary.level.${LEVEL_CODES[number]}`)}
                </MenuItem>
              ))}
            </TextField>
          ))}
          <TextField
            select
            label={t('duty.salience')}
            value={fields.salience}
            onChange={(event) => {
              const chosen: readonly unknown[] = Array.isArray(event.target.value) ? event.target.value : [];
              set({ salience: ROUTED_CLASSES.filter((one) => chosen.includes(one)) });
            }}
            helperText={t('duty.salienceHint')}
            slotProps={{
              select: {
                multiple: true,
                displayEmpty: true,
                renderValue: () =>
                  fields.salience.length === 0
                    ? t('duty.anySalience')
                    : format.list(fields.salience.map((one) => t(`stakeholders.salience.${one}`))),
              },
              inputLabel: { shrink: true },
            }}
            sx={{ gridColumn: { sm: '1 / -1' } }}
          >
            {ROUTED_CLASSES.map((one) => (
              <MenuItem key={one} value={one}>
                <Checkbox checked={fields.salience.includes(one)} size="small" tabIndex={-1} aria-hidden />
                {t(`stakeholders.salience.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {(['isDefault', 'active'] as const).map((name) => (
            <FormControlLabel
              key={name}
              label={t(`duty.${name}`)}
              control={
                <Switch checked={fields[name]} onChange={(event) => set({ [name]: event.target.checked })} />
              }
            />
          ))}
        </Box>
      </Section>
      <Section heading="h2" title={t('duty.steps')}>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
          {fields.steps.map((step, index) => (
            <StepFields
              key={index}
              number={index + 1}
              step={step}
              onChange={(changed) => setStep(index, changed)}
              onRemove={
                fields.steps.length > 1
                  ? () => set({ steps: fields.steps.filter((_, place) => place !== index) })
                  : undefined
              }
              onUp={
                index > 0
                  ? () =>
                      set({
                        steps: fields.steps.map((one, place) =>
                          place === index - 1
                            ? step
                            : place === index
                              ? (fields.steps[index - 1] ?? step)
                              : one,
                        ),
                      })
                  : undefined
              }
            />
          ))}
        </Box>
        <Button
          disabled={fields.steps.length >= 12}
          onClick={() => set({ steps: [...fields.steps, FIRST_STEP] })}
          sx={{ mt: 1 }}
        >
          {t('duty.addStep')}
        </Button>
      </Section>
      <ChainPicture steps={fields.steps} />
      <PolicyPreview steps={fields.steps} decideMinutes={fields.decideMinutes} />
      <ProblemAlert error={create.error ?? change.error} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" loading={create.isPending || change.isPending}>
          {t('duty.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </Box>
    </Box>
  );
}
