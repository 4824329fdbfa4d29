import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { LEVEL_FACTORS, type LevelSettings, type PerLevel, RAISED_LEVELS } from '#rules/levels';
import { LEVEL_CODES, LEVEL_SHAPES } from '../theme/levels.js';

interface SettingsFieldsProps {
  settings: LevelSettings;
  onChange: (settings: LevelSettings) => void;
}

/** Every number of the settings, in its group. */
export function SettingsFields({ settings, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const perLevel = (field: 'thresholds' | 'leastSeverity' | 'holdMinutes') => (
    <Group title={t(`levels.edit.${field}`)}>
      {RAISED_LEVELS.map((level) => (
        <NumberField
          key={level}
          label={`${LEVEL_SHAPES[level]} ${t(`vocabulary.level.${LEVEL_CODES[level]}`)}`}
          value={settings[field][level]}
          onChange={(value) =>
            onChange({ ...settings, [field]: { ...settings[field], [level]: value } satisfies PerLevel })
          }
        />
      ))}
    </Group>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Group title={t('levels.edit.weights')}>
        <NumberField
          label={t('levels.edit.severityWeight')}
          value={settings.severityWeight}
          onChange={(severityWeight) => onChange({ ...settings, severityWeight })}
        />
        {LEVEL_FACTORS.map((factor) => (
          <NumberField
            key={factor}
            label={t(`levels.factor.${factor}`)}
            value={settings.weights[factor]}
            onChange={(value) => onChange({ ...settings, weights: { ...settings.weights, [factor]: value } })}
          />
        ))}
      </Group>
      {perLevel('thresholds')}
      {perLevel('leastSeverity')}
      {perLevel('holdMinutes')}
      <Group title={t('levels.edit.margin')}>
        <NumberField
          label={t('levels.edit.margin')}
          value={settings.margin}
          onChange={(margin) => onChange({ ...settings, margin })}
        />
        <NumberField
          label={t('levels.edit.recentMinutes')}
          value={settings.recentMinutes}
          onChange={(recentMinutes) => onChange({ ...settings, recentMinutes })}
        />
      </Group>
    </Box>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="body2" sx={{ fontWeight: 650, mb: 1, p: 0 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(165px, 1fr))' }}>
        {children}
      </Box>
    </Box>
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <TextField
      type="number"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value === '' ? 0 : Number(target.value))}
      slotProps={{ htmlInput: { min: 0, step: 1 } }}
    />
  );
}
