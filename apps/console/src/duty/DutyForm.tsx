import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeDuty,
  type Duty,
  type DutyFields,
  listDuties,
  listShifts,
  type RotaFields,
} from '#contract/escalation';
import { permissionsOf } from '#platform/contract';
import { ApiProblem } from '../api/api-problem.js';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { usePeople } from '../inbox/use-people.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { draftOf, holidaysText, readHolidays, rotaOfKind } from './duty-draft.js';
import { RotaFieldset } from './RotaFieldset.js';

/** Lead, deputies, quiet times and rota of a department. */
export function DutyForm({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const people = usePeople().filter(
    (one) => one.active && permissionsOf(one.roles).includes('escalations.decide'),
  );
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '…';
  const [fields, setFields] = useState<DutyFields>(() => draftOf(duty));
  const [holidays, setHolidays] = useState(() => holidaysText(duty.holidays));
  const set = (change: Partial<DutyFields>) => setFields((before) => ({ ...before, ...change }));
  const change = useChange(changeDuty, {
    touches: [listDuties, listShifts],
    onDone: () => notify({ text: t('duty.saved') }),
  });
  const gap = change.error instanceof ApiProblem && change.error.code === 'rota-gap';
  const save = (acceptGaps: boolean) =>
    change.mutate({
      params: { departmentId: duty.departmentId },
      body: { ...fields, holidays: readHolidays(holidays), version: duty.version, acceptGaps },
    });
  return (
    <Section heading="h2" title={t('duty.settings')}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <TextField
            select
            size="small"
            label={t('duty.lead')}
            value={people.some(({ id }) => id === fields.leadId) ? (fields.leadId ?? '') : ''}
            onChange={(event) => set({ leadId: event.target.value || null })}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('duty.noLead')}</MenuItem>
            {people.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                {one.name}
              </MenuItem>
            ))}
          </TextField>
          <Autocomplete
            multiple
            size="small"
            options={people.map(({ id }) => id)}
            value={fields.deputyIds}
            getOptionLabel={nameOf}
            onChange={(_, deputyIds) => set({ deputyIds })}
            renderInput={(params) => <TextField {...params} label={t('duty.deputies')} />}
          />
          <TextField
            size="small"
            label={t('duty.timeZone')}
            value={fields.timeZone}
            onChange={(event) => set({ timeZone: event.target.value })}
          />
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr' }}>
            {(['quietFrom', 'quietUntil'] as const).map((name) => (
              <TextField
                key={name}
                size="small"
                type="time"
                label={t(`duty.${name}`)}
                value={fields[name] ?? ''}
                onChange={(event) => set({ [name]: event.target.value || null })}
                slotProps={{ inputLabel: { shrink: true } }}
              />
            ))}
            <Typography variant="caption" sx={{ gridColumn: '1 / -1', color: 'text.secondary' }}>
              {t('duty.quietHint')}
            </Typography>
          </Box>
          <TextField
            multiline
            minRows={2}
            size="small"
            label={t('duty.holidays')}
            value={holidays}
            onChange={(event) => setHolidays(event.target.value)}
          />
          <TextField
            select
            size="small"
            label={t('duty.rotaKind')}
            value={fields.rota?.kind ?? 'none'}
            onChange={(event) =>
              set({
                rota: rotaOfKind(
                  event.target.value as RotaFields['kind'] | 'none',
                  fields.rota,
                  duty.members[0]?.id ?? people[0]?.id ?? '',
                  new Date().toISOString().slice(0, 10),
                ),
              })
            }
          >
            <MenuItem value="none">{t('duty.noRota')}</MenuItem>
            {(['weekly', 'daily', 'custom'] as const).map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`duty.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        {fields.rota ? (
          <RotaFieldset rota={fields.rota} people={people} onChange={(rota) => set({ rota })} />
        ) : null}
        <ProblemAlert error={change.error} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" loading={change.isPending}>
            {t('duty.save')}
          </Button>
          {gap ? (
            <Button variant="outlined" onClick={() => save(true)}>
              {t('duty.acceptGaps')}
            </Button>
          ) : null}
        </Box>
      </Box>
    </Section>
  );
}
