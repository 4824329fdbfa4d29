import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawGroups, type Hall } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { seatName } from './seat-name.js';

/** The groups of each phase, drawn so that people meet as many others as they can, and how far that could go at most. */
export function Groups({ hall, runs }: { hall: Hall; runs: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const draw = useChange(drawGroups);
  const [chosen, setChosen] = useState<string | null>(null);
  const ahead = hall.plan.phases.filter(
    ({ key, grouping }) => grouping && grouping.kind !== 'sessions' && !hall.begun.includes(key),
  );
  const rounds = hall.draw?.rounds ?? [];
  const current = hall.phaseIndex === null ? undefined : hall.plan.phases[hall.phaseIndex]?.key;
  const shownKey = [chosen, current].find((key) => rounds.some(({ phaseKey }) => phaseKey === key));
  const shown = rounds.find(({ phaseKey }) => phaseKey === shownKey) ?? rounds[0];
  const title = (phaseKey: string) => hall.plan.phases.find(({ key }) => key === phaseKey)?.title ?? phaseKey;
  if (rounds.length === 0 && ahead.length === 0) return null;
  return (
    <Section
      heading="h2"
      title={t('workshops.groups.title')}
      action={
        runs && ahead.length > 0 ? (
          <Button
            variant="outlined"
            loading={draw.isPending}
            disabled={hall.seats.length < 2}
            onClick={() => draw.mutate({ params: { workshopId: hall.id } })}
          >
            {t(hall.draw ? 'workshops.groups.again' : 'workshops.groups.draw')}
          </Button>
        ) : null
      }
    >
      <ProblemAlert error={draw.error} />
      {hall.draw ? (
        <Typography variant="body2" sx={{ mb: 1 }}>
          {t('workshops.groups.met', {
            met: format.number(hall.draw.met),
            bound: format.number(hall.draw.bound),
            share: format.percent(hall.draw.bound === 0 ? 1 : hall.draw.met / hall.draw.bound),
          })}
        </Typography>
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('workshops.groups.text')}
        </Typography>
      )}
      {shown && rounds.length > 1 ? (
        <TextField
          select
          size="small"
          label={t('workshops.groups.phase')}
          value={shown.phaseKey}
          onChange={({ target }) => setChosen(target.value)}
          sx={{ mb: 1.5, minWidth: 200 }}
        >
          {rounds.map(({ phaseKey }) => (
            <MenuItem key={phaseKey} value={phaseKey}>
              {title(phaseKey)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {shown ? (
        <Box
          component="ol"
          aria-label={t('workshops.groups.of', { phase: title(shown.phaseKey) })}
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            display: 'grid',
            gap: 1,
            gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
          }}
        >
          {shown.groups.map((group, index) => (
            <Box
              component="li"
              key={index}
              sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1, typography: 'body2' }}
            >
              <GroupName hall={hall} index={index} />
              {hall.seats
                .filter(({ id }) => group.seatIds.includes(id))
                .map((seat) =>
                  seat.id === group.hostId
                    ? t('workshops.groups.host', { name: seatName(seat) })
                    : seatName(seat),
                )
                .join(', ')}
            </Box>
          ))}
        </Box>
      ) : null}
    </Section>
  );
}

/** The group's room where one is planned for it, with the link and whoever holds the rules there. */
export function GroupName({ hall, index }: { hall: Pick<Hall, 'rooms'>; index: number }) {
  const { t } = useTranslation();
  const room = hall.rooms[index];
  const name = room?.name ?? t('workshops.groups.number', { number: index + 1 });
  return (
    <Typography component="p" variant="body2" sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>
      {room?.link ? (
        <Link href={room.link} target="_blank" rel="noopener noreferrer">
          {name}
        </Link>
      ) : (
        name
      )}
      {room && room.keeper !== '' ? ` · ${t('workshops.groups.keeper', { name: room.keeper })}` : null}
    </Typography>
  );
}
