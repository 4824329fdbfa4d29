import UpIcon from '@mui/icons-material/ArrowUpward';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { PolicyStep, PolicyTarget } from '#contract/escalation';
import { permissionsOf, ROLES } from '#platform/contract';
import { usePeople } from '../inbox/use-people.js';
import { useDepartments } from '../shared/DepartmentChips.js';
import { useTargetWords } from './use-target-words.js';

interface StepFieldsProps {
  number: number;
  step: PolicyStep;
  onChange: (step: PolicyStep) => void;
  onRemove: (() => void) | undefined;
  onUp: (() => void) | undefined;
}

/** One step of a policy: whom it asks, how often, and how long it waits. */
export function StepFields({ number, step, onChange, onRemove, onUp }: StepFieldsProps) {
  const { t } = useTranslation();
  const words = useTargetWords();
  const people = usePeople();
  const departments = useDepartments().data?.items ?? [];
  const options: PolicyTarget[] = [
    { kind: 'asked_on_call' },
    { kind: 'asked_lead' },
    { kind: 'stakeholder_owner' },
    ...departments.map(({ id }): PolicyTarget => ({ kind: 'department', departmentId: id })),
    ...ROLES.filter((role) => permissionsOf([role]).includes('escalations.decide')).map(
      (role): PolicyTarget => ({ kind: 'role', role }),
    ),
    ...people
      .filter((one) => one.active && permissionsOf(one.roles).includes('escalations.decide'))
      .map(({ id }): PolicyTarget => ({ kind: 'person', personId: id })),
  ];
  return (
    <Box
      component="li"
      aria-label={t('duty.step', { number })}
      sx={{
        display: 'grid',
        gap: 1,
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 190px 150px auto' },
      }}
    >
      <Autocomplete
        multiple
        size="small"
        options={options}
        value={[...step.targets]}
        getOptionLabel={words}
        getOptionKey={(target) => JSON.stringify(target)}
        isOptionEqualToValue={(one, other) => JSON.stringify(one) === JSON.stringify(other)}
        onChange={(_, targets) => onChange({ ...step, targets })}
        renderInput={(params) => (
          <TextField {...params} label={`${t('duty.step', { number })} · ${t('duty.targets')}`} />
        )}
      />
      <TextField
        size="small"
        type="number"
        label={t('duty.delay')}
        value={step.delayMinutes}
        onChange={(event) => onChange({ ...step, delayMinutes: Number(event.target.value) })}
        slotProps={{ htmlInput: { min: 1 } }}
      />
      <TextField
        size="small"
        type="number"
        label={t('duty.repeat')}
        value={step.repeat}
        onChange={(event) => onChange({ ...step, repeat: Number(event.target.value) })}
        slotProps={{ htmlInput: { min: 0, max: 10 } }}
      />
      <Box>
        <IconButton aria-label={t('duty.moveUp', { number })} disabled={!onUp} onClick={onUp}>
          <UpIcon fontSize="small" />
        </IconButton>
        <IconButton aria-label={t('duty.removeStep', { number })} disabled={!onRemove} onClick={onRemove}>
          <RemoveIcon fontSize="small" />
        </IconButton>
      </Box>
    </Box>
  );
}
