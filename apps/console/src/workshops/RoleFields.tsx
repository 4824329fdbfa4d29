import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Delete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#contract/workshops';

interface RoleFieldsProps {
  roles: Plan['roles'];
  onChange: (roles: Plan['roles']) => void;
}

/** Who does what in the room. */
export function RoleFields({ roles, onChange }: RoleFieldsProps) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<Plan['roles'][number]>) =>
    onChange(roles.map((role, place) => (place === index ? { ...role, ...part } : role)));
  return (
    <Box role="group" aria-label={t('workshops.roles')} sx={{ display: 'grid', gap: 1.5 }}>
      {roles.map((role, index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 3fr auto' },
          }}
        >
          <TextField
            label={t('workshops.plan.role', { number: index + 1 })}
            value={role.name}
            onChange={({ target }) => change(index, { name: target.value })}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          <TextField
            multiline
            label={t('workshops.plan.roleText', { number: index + 1 })}
            value={role.text}
            onChange={({ target }) => change(index, { text: target.value })}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          <IconButton
            aria-label={t('workshops.plan.removeRole', { name: role.name, number: index + 1 })}
            onClick={() => onChange(roles.filter((_, place) => place !== index))}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Box>
        <Button
          startIcon={<AddIcon />}
          disabled={roles.length >= 12}
          onClick={() => onChange([...roles, { name: '', text: '' }])}
        >
          {t('workshops.plan.addRole')}
        </Button>
      </Box>
    </Box>
  );
}
