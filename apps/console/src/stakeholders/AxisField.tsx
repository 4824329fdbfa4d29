import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { MOST_OF_AXIS } from '#rules/stakeholders';

interface AxisFieldProps {
  axis: 'power' | 'interest';
  value: number;
  autoFocus?: boolean;
  onChange: (value: number) => void;
}

/** A whole value of one axis of the map. */
export function AxisField({ axis, value, autoFocus, onChange }: AxisFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('stakeholders.axis', { name: t(`stakeholders.${axis}`) })}
      value={value}
      autoFocus={autoFocus}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {Array.from({ length: MOST_OF_AXIS + 1 }, (_, step) => (
        <MenuItem key={step} value={step}>
          {step}
        </MenuItem>
      ))}
    </TextField>
  );
}
