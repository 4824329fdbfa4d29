import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { RotaFields } from '#contract/escalation';
import type { Person } from '#contract/identity';

interface RotaFieldsetProps {
  rota: RotaFields;
  people: readonly Person[];
  onChange: (rota: RotaFields) => void;
}

/** The rota itself: people in turn, or the shifts of a week. */
export function RotaFieldset({ rota, people, onChange }: RotaFieldsetProps) {
  const { t } = useTranslation();
  if (rota.kind === 'custom') return <Shifts rota={rota} people={people} onChange={onChange} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '180px 140px 1fr' } }}>
      <TextField
        size="small"
        type="date"
        label={t('duty.startsOn')}
        value={rota.startsOn}
        onChange={(event) => onChange({ ...rota, startsOn: event.target.value })}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        size="small"
        type="time"
        label={t('duty.handOverAt')}
        value={rota.handOverAt}
        onChange={(event) => onChange({ ...rota, handOverAt: event.target.value })}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <Autocomplete
        multiple
        size="small"
        options={people.map(({ id }) => id)}
        value={rota.participants}
        getOptionLabel={(id) => people.find((one) => one.id === id)?.name ?? '…'}
        onChange={(_, participants) => onChange({ ...rota, participants })}
        renderInput={(params) => <TextField {...params} label={t('duty.participants')} />}
      />
    </Box>
  );
}

function Shifts({
  rota,
  people,
  onChange,
}: RotaFieldsetProps & { rota: Extract<RotaFields, { kind: 'custom' }> }) {
  const { t, i18n } = useTranslation();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  // 5 January 2026 is a Monday.
  const dayName = (number: number) => weekday.format(new Date(Date.UTC(2026, 0, 4 + number)));
  const set = (index: number, change: Partial<(typeof rota.shifts)[number]>) =>
    onChange({
      ...rota,
      shifts: rota.shifts.map((shift, place) => (place === index ? { ...shift, ...change } : shift)),
    });
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rota.shifts.map((shift, index) => (
        <Box
          component="li"
          key={index}
          aria-label={t('duty.shift', { number: index + 1 })}
          sx={{
            display: 'grid',
            gap: 1,
            gridTemplateColumns: { xs: '1fr 1fr', sm: '150px 120px 120px 1fr auto' },
          }}
        >
          <TextField
            select
            size="small"
            label={t('duty.weekday')}
            value={shift.weekday}
            onChange={(event) => set(index, { weekday: Number(event.target.value) })}
          >
            {[1, 2, 3, 4, 5, 6, 7].map((number) => (
              <MenuItem key={number} value={number}>
                {dayName(number)}
              </MenuItem>
            ))}
          </TextField>
          {(['from', 'until'] as const).map((name) => (
            <TextField
              key={name}
              size="small"
              type="time"
              label={t(`duty.${name}`)}
              value={shift[name]}
              onChange={(event) => set(index, { [name]: event.target.value })}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          ))}
          <TextField
            select
            size="small"
            label={t('duty.who')}
            value={people.some(({ id }) => id === shift.personId) ? shift.personId : ''}
            onChange={(event) => set(index, { personId: event.target.value })}
          >
            {people.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                {one.name}
              </MenuItem>
            ))}
          </TextField>
          <IconButton
            aria-label={t('duty.removeShift', { number: index + 1 })}
            disabled={rota.shifts.length === 1}
            onClick={() => onChange({ ...rota, shifts: rota.shifts.filter((_, place) => place !== index) })}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <li>
        <Button
          onClick={() => {
            const last = rota.shifts.at(-1);
            if (last) onChange({ ...rota, shifts: [...rota.shifts, { ...last }] });
          }}
        >
          {t('duty.addShift')}
        </Button>
      </li>
    </Box>
  );
}
