import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { type Permission, permissionsOf } from '#platform/contract';
import { usePeople } from '../inbox/use-people.js';
import { useSession } from '../session/session.js';

interface PersonFieldProps {
  label: string;
  value: string;
  /** Only people who may do this are offered. */
  permission: Permission;
  /** Words for nobody; without them somebody has to be chosen. */
  none?: string;
  autoFocus?: boolean;
  helperText?: string;
  onChange: (personId: string) => void;
}

/** Chooses a colleague by what they may do. */
export function PersonField({
  label,
  value,
  permission,
  none,
  autoFocus,
  helperText,
  onChange,
}: PersonFieldProps) {
  const { t } = useTranslation();
  const session = useSession();
  const people = usePeople().filter(
    ({ active, roles }) => active && permissionsOf(roles).includes(permission),
  );
  // While people are being read, a value that is not among them yet shows as nothing chosen.
  const known = people.some(({ id }) => id === value) ? value : '';
  return (
    <TextField
      select
      fullWidth
      label={label}
      value={known}
      autoFocus={autoFocus}
      helperText={helperText}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: none !== undefined }, inputLabel: none ? { shrink: true } : {} }}
    >
      {none === undefined ? null : <MenuItem value="">{none}</MenuItem>}
      {people.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
          {id === session.person.id ? ` (${t('common.you')})` : ''}
        </MenuItem>
      ))}
    </TextField>
  );
}
