import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPlaybooks, type PlaybookView, savePlaybook } from '#contract/crisis';
import type { IncidentRole } from '#rules/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { ClusterField } from './ClusterField.js';
import { RoleField } from './RoleField.js';

interface StepDraft {
  /** Of this form only. */
  id: number;
  fr: string;
  en: string;
  role: IncidentRole;
  minutes: string;
}

/** Changes a playbook, or adds one; running incidents keep the checklist they began with. */
export function PlaybookForm({ playbook, onClose }: { playbook: PlaybookView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [key, setKey] = useState(playbook?.key ?? '');
  const [name, setName] = useState(playbook?.name ?? { fr: '', en: '' });
  const [cluster, setCluster] = useState(playbook?.cluster ?? 'accidental');
  const [active, setActive] = useState(playbook?.active ?? true);
  const [steps, setSteps] = useState<readonly StepDraft[]>(() =>
    playbook
      ? playbook.steps.map(({ label, role, minutes }, id) => ({
          ...{ id, ...label, role },
          minutes: String(minutes),
        }))
      : [emptyStep(0)],
  );
  const save = useChange(savePlaybook, { touches: [listPlaybooks], onDone: onClose });
  const errors = useFieldErrors(save.error);
  const change = (id: number, part: Partial<StepDraft>) =>
    setSteps(steps.map((step) => (step.id === id ? { ...step, ...part } : step)));
  const complete =
    key !== '' &&
    name.fr.trim() !== '' &&
    name.en.trim() !== '' &&
    steps.length > 0 &&
    steps.every(({ fr, en, minutes }) => fr.trim() !== '' && en.trim() !== '' && Number(minutes) >= 1);
  const submit = () =>
    save.mutate({
      params: { key },
      body: {
        ...{ version: playbook?.version ?? 0, name, cluster, active },
        steps: steps.map(({ fr, en, role, minutes }) => ({
          ...{ label: { fr, en }, role },
          minutes: Math.round(Number(minutes)),
        })),
      },
    });
  return (
    <Paper
      variant="outlined"
      component="form"
      noValidate
      aria-label={playbook?.name.en ?? t('incidents.newPlaybook')}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !save.isPending) submit();
      }}
      sx={{ p: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      {playbook ? null : (
        <TextField
          required
          autoFocus
          label={t('incidents.playbookKey')}
          helperText={errors['key'] ?? t('incidents.playbookKeyHint')}
          error={errors['key'] !== undefined}
          value={key}
          onChange={({ target }) => setKey(target.value)}
          slotProps={{ htmlInput: { maxLength: 40 } }}
        />
      )}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }}>
        {(['fr', 'en'] as const).map((language) => (
          <TextField
            key={language}
            required
            label={t(language === 'fr' ? 'incidents.nameFr' : 'incidents.nameEn')}
            value={name[language]}
            onChange={({ target }) => setName({ ...name, [language]: target.value })}
            slotProps={{ htmlInput: { maxLength: 200, lang: language } }}
          />
        ))}
      </Box>
      <ClusterField value={cluster} onChange={setCluster} />
      <FormControlLabel
        control={<Switch checked={active} onChange={({ target }) => setActive(target.checked)} />}
        label={t('incidents.inUse')}
      />
      {steps.map((step, index) => (
        <Box
          key={step.id}
          role="group"
          aria-label={String(index + 1)}
          sx={{
            ...{ display: 'grid', gap: 1, pt: 1.5, borderTop: 1, borderColor: 'divider' },
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' },
          }}
        >
          {(['fr', 'en'] as const).map((language) => (
            <TextField
              key={language}
              required
              size="small"
              multiline
              label={t(language === 'fr' ? 'incidents.stepFr' : 'incidents.stepEn')}
              value={step[language]}
              onChange={({ target }) => change(step.id, { [language]: target.value })}
              slotProps={{ htmlInput: { maxLength: 200, lang: language } }}
            />
          ))}
          <RoleField
            label={t('incidents.stepRole')}
            value={step.role}
            onChange={(role) => change(step.id, { role })}
          />
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <TextField
              required
              type="number"
              label={t('incidents.stepMinutes')}
              value={step.minutes}
              onChange={({ target }) => change(step.id, { minutes: target.value })}
              slotProps={{ htmlInput: { min: 1, max: 43_200 } }}
              sx={{ flex: 1 }}
            />
            <IconButton
              aria-label={t('incidents.removeStep', { number: index + 1 })}
              disabled={steps.length === 1}
              onClick={() => setSteps(steps.filter(({ id }) => id !== step.id))}
            >
              <DeleteIcon />
            </IconButton>
          </Box>
        </Box>
      ))}
      <Box>
        <Button
          startIcon={<AddIcon />}
          onClick={() => setSteps([...steps, emptyStep(Math.max(...steps.map(({ id }) => id)) + 1)])}
        >
          {t('incidents.addStep')}
        </Button>
      </Box>
      <ProblemAlert error={save.error} shownFields={['key']} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" loading={save.isPending} disabled={!complete}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </Box>
    </Paper>
  );
}

function emptyStep(id: number): StepDraft {
  return { id, fr: '', en: '', role: 'operations', minutes: '30' };
}
