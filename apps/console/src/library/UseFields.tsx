import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { SENSITIVITIES, STRATEGIES, type VersionContent } from '#contract/answers';
import { useTopicNames } from '../inbox/use-topics.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { LEVEL_CODES, LEVEL_NUMBERS } from '../theme/levels.js';
import type { AnswerFormProps } from './AnswerForm.js';
import { fromLocalField, toLocalField } from './local-instant.js';

/** Who must approve, and where and when the answer may be used. */
export function UseFields({ content, onChange, errors }: AnswerFormProps) {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  const departmentName = useDepartmentName();
  const topics = [...useTopicNames()];
  const change = (part: Partial<VersionContent>) => onChange({ ...content, ...part });
  const shown = (field: string) => ({ error: Boolean(errors[field]), helperText: errors[field] });
  const level = (field: 'levelMin' | 'levelMax') => (
    <TextField
      select
      label={t(`answers.${field}`)}
      value={content[field]}
      onChange={({ target }) => change({ [field]: Number(target.value) })}
      {...shown(field)}
    >
      {LEVEL_NUMBERS.map((number) => (
        <MenuItem key={number} value={number}>
          {t(`vocabulary.level.${LEVEL_CODES[number]}`)}
        </MenuItem>
      ))}
    </TextField>
  );
  const moment = (field: 'validFrom' | 'validUntil' | 'reviewOn', label: string) => (
    <TextField
      type="datetime-local"
      label={label}
      value={toLocalField(content[field])}
      onChange={({ target }) => change({ [field]: fromLocalField(target.value) })}
      slotProps={{ inputLabel: { shrink: true } }}
      {...shown(field)}
    />
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: 'repeat(3, 1fr)' },
      }}
    >
      <Autocomplete
        multiple
        disableCloseOnSelect
        options={departments.map(({ id }) => id)}
        getOptionLabel={departmentName}
        value={content.departmentIds}
        onChange={(_, departmentIds) => change({ departmentIds })}
        sx={{ gridColumn: '1 / -1' }}
        renderInput={(input) => (
          <TextField {...input} required label={t('answers.departments')} {...shown('departmentIds')} />
        )}
      />
      {level('levelMin')}
      {level('levelMax')}
      <TextField
        select
        label={t('answers.topic')}
        value={topics.some(([id]) => id === content.topicId) ? content.topicId : ''}
        onChange={({ target }) => change({ topicId: target.value || null })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        {...shown('topicId')}
      >
        <MenuItem value="">{t('answers.noTopic')}</MenuItem>
        {topics.map(([id, name]) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('answers.strategy')}
        value={content.strategy}
        onChange={({ target }) =>
          change({ strategy: STRATEGIES.find((one) => one === target.value) ?? 'inform' })
        }
      >
        {STRATEGIES.map((strategy) => (
          <MenuItem key={strategy} value={strategy}>
            {t(`vocabulary.strategy.${strategy}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('answers.sensitivity')}
        value={content.sensitivity}
        onChange={({ target }) =>
          change({ sensitivity: SENSITIVITIES.find((one) => one === target.value) ?? 'low' })
        }
      >
        {SENSITIVITIES.map((sensitivity) => (
          <MenuItem key={sensitivity} value={sensitivity}>
            {t(`vocabulary.sensitivity.${sensitivity}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: { xs: 'none', md: 'block' } }} />
      {moment('validFrom', t('answers.validFrom'))}
      {moment('validUntil', t('answers.validUntilField'))}
      {moment('reviewOn', t('answers.reviewOnField'))}
    </Box>
  );
}
