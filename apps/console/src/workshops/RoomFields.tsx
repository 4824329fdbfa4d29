import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Delete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contract/workshops';

interface RoomFieldsProps {
  rooms: readonly Room[];
  errors: Readonly<Record<string, string>>;
  onChange: (rooms: Room[]) => void;
}

/** Rooms for the groups: of the house, or behind links to the tools that people have. */
export function RoomFields({ rooms, errors, onChange }: RoomFieldsProps) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<Room>) =>
    onChange(rooms.map((room, place) => (place === index ? { ...room, ...part } : room)));
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {rooms.map((room, index) => (
        <Box
          key={index}
          role="group"
          aria-label={t('workshops.plan.room', { number: index + 1 })}
          sx={{
            display: 'grid',
            gap: 1,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 2fr 1fr auto' },
          }}
        >
          <TextField
            label={t('workshops.plan.roomName')}
            value={room.name}
            onChange={({ target }) => change(index, { name: target.value })}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          <TextField
            type="url"
            label={t('workshops.plan.roomLink')}
            value={room.link ?? ''}
            error={errors[`rooms.${index}.link`] !== undefined}
            helperText={errors[`rooms.${index}.link`]}
            onChange={({ target }) => change(index, { link: target.value === '' ? null : target.value })}
            slotProps={{ htmlInput: { maxLength: 500, placeholder: 'https://' } }}
          />
          <TextField
            label={t('workshops.plan.roomKeeper')}
            value={room.keeper}
            onChange={({ target }) => change(index, { keeper: target.value })}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
          <IconButton
            aria-label={t('workshops.plan.removeRoom', { name: room.name, number: index + 1 })}
            onClick={() => onChange(rooms.filter((_, place) => place !== index))}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Box>
        <Button
          startIcon={<AddIcon />}
          onClick={() =>
            onChange([
              ...rooms,
              { name: t('workshops.groups.number', { number: rooms.length + 1 }), link: null, keeper: '' },
            ])
          }
        >
          {t('workshops.plan.addRoom')}
        </Button>
      </Box>
    </Box>
  );
}
