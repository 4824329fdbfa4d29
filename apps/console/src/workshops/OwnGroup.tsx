import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Hall, Phase } from '#contract/workshops';
import { Section } from '../inbox/Section.js';
import { GroupName } from './Groups.js';
import { seatName } from './seat-name.js';

interface OwnGroupProps {
  hall: Hall;
  phase: Phase | undefined;
  seatId: string;
}

/** With whom one sits in this phase, and where; in phases of one's own choice, where one could go. */
export function OwnGroup({ hall, phase, seatId }: OwnGroupProps) {
  const { t } = useTranslation();
  if (phase?.grouping?.kind === 'sessions' && hall.rooms.length > 0)
    return (
      <Section heading="h2" title={t('workshops.groups.choose')}>
        {hall.rooms.map(({ name }, index) => (
          <GroupName key={name} hall={hall} index={index} />
        ))}
      </Section>
    );
  const round = hall.draw?.rounds.find(({ phaseKey }) => phaseKey === phase?.key);
  const index = round?.groups.findIndex(({ seatIds }) => seatIds.includes(seatId)) ?? -1;
  const group = round?.groups[index];
  if (!group) return null;
  const others = hall.seats.filter(({ id }) => id !== seatId && group.seatIds.includes(id));
  return (
    <Section heading="h2" title={t('workshops.groups.yours')}>
      <GroupName hall={hall} index={index} />
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {t('workshops.groups.with', { names: others.map(seatName).join(', ') || '–' })}
      </Typography>
      {group.hostId === seatId ? (
        <Typography variant="body2">{t('workshops.groups.youHost')}</Typography>
      ) : null}
    </Section>
  );
}
