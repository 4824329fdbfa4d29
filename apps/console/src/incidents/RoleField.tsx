import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { INCIDENT_ROLES, type IncidentRole } from '#rules/crisis';

interface RoleFieldProps {
  label: string;
  value: IncidentRole;
  autoFocus?: boolean;
  onChange: (role: IncidentRole) => void;
}

export function RoleField({ label, value, autoFocus, onChange }: RoleFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      fullWidth
      autoFocus={autoFocus}
      label={label}
      value={value}
      onChange={({ target }) => onChange(INCIDENT_ROLES.find((role) => role === target.value) ?? value)}
    >
      {INCIDENT_ROLES.map((role) => (
        <MenuItem key={role} value={role}>
          {t(`incidents.role.${role}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
