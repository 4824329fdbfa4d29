import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { type Direction, DIRECTIONS } from '#rules/crm';

export function DirectionField({
  value,
  onChange,
}: {
  value: Direction;
  onChange: (value: Direction) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('crm.directionLabel')}
      value={value}
      onChange={({ target }) => onChange(DIRECTIONS.find((one) => one === target.value) ?? 'both')}
    >
      {DIRECTIONS.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`crm.direction.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
