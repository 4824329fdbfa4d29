import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { IncidentDetail } from '#contract/crisis';
import { listIncidentStakeholders } from '#contract/stakeholders';
import type { ResponseOf } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { NoteToldDialog } from '../stakeholders/NoteToldDialog.js';

type Told = ResponseOf<typeof listIncidentStakeholders>;
type Item = Told['items'][number];

/** Who must be told first, who has been, who has spoken and who is silent. */
export function StakeholdersTab({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [noting, setNoting] = useState<Item | null>(null);
  const params = { incidentId: incident.id };
  const reading = useEndpoint(listIncidentStakeholders, { params }, { refetchInterval: 60_000 });
  if (reading.error && !reading.data)
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  if (!reading.data) return <LoadingState rows={3} height={70} />;
  const { items, from } = reading.data;
  if (items.length === 0) {
    return (
      <EmptyState
        title={t('stakeholders.incident.none')}
        action={
          <Button component={RouterLink} to="/stakeholders">
            {t('stakeholders.incident.toMap')}
          </Button>
        }
      />
    );
  }
  const waiting = items.filter(({ told }) => told === null);
  const told = items.filter((item) => item.told !== null);
  const notes =
    (may('incidents.take_part') || may('stakeholders.write')) && incident.state !== 'closed'
      ? setNoting
      : null;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="body2">
        {t('stakeholders.incident.lead')}{' '}
        {t('stakeholders.incident.counted', { from: format.dateTime(from) })}{' '}
        <Link component={RouterLink} to="/stakeholders">
          {t('stakeholders.incident.toMap')}
        </Link>
      </Typography>
      <Section heading="h2" title={t('stakeholders.incident.toTell')}>
        {waiting.length === 0 ? (
          <Typography variant="body2">{t('stakeholders.incident.allTold')}</Typography>
        ) : (
          <List items={waiting} voice={reading.data} onNote={notes} marksFirst />
        )}
      </Section>
      {told.length > 0 ? (
        <Section heading="h2" title={t('stakeholders.incident.toldSection')}>
          <List items={told} voice={reading.data} onNote={notes} />
        </Section>
      ) : null}
      {noting ? (
        <NoteToldDialog stakeholder={noting} incidentId={incident.id} onClose={() => setNoting(null)} />
      ) : null}
    </Box>
  );
}

interface ListProps {
  items: readonly Item[];
  voice: Told;
  onNote: ((item: Item) => void) | null;
  /** The first of them is marked as the one to be told first. */
  marksFirst?: boolean;
}

function List({ items, voice, onNote, marksFirst = false }: ListProps) {
  const { t } = useTranslation();
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {items.map((item, at) => (
        <Box
          component="li"
          key={item.id}
          sx={{
            ...{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 1.5,
              rowGap: 0.5,
              py: 1,
            },
            '& + &': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Box sx={{ flex: '1 1 260px', minWidth: 0, typography: 'body2' }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Link component={RouterLink} to={`/stakeholders/${item.id}`} sx={{ fontWeight: 600 }}>
                {item.name}
              </Link>
              <Chip size="small" variant="outlined" label={t(`stakeholders.salience.${item.salience}`)} />
              {marksFirst && at === 0 ? (
                <Chip size="small" color="primary" label={t('stakeholders.incident.first')} />
              ) : null}
            </Box>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {t(`stakeholders.category.${item.category}`)} · {t(`stakeholders.quadrant.${item.quadrant}`)} ·{' '}
              {t('stakeholders.ownedBy', { name: item.owner?.name ?? t('stakeholders.nobody') })}
            </Typography>
            <Spoke item={item} voice={voice} />
            <WasTold item={item} />
          </Box>
          {onNote ? (
            <Button
              size="small"
              variant={item.told === null ? 'outlined' : 'text'}
              aria-label={t('stakeholders.incident.noteOf', { name: item.name })}
              onClick={() => onNote(item)}
            >
              {t('stakeholders.incident.note')}
            </Button>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}

function Spoke({ item, voice }: { item: Item; voice: Told }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (item.lastSpokeAt === null) return <div>{t('stakeholders.incident.silent')}</div>;
  const search = new URLSearchParams({
    ...{ state: 'all', stakeholderId: item.id, topicId: voice.topicId },
    ...{ from: voice.from, to: voice.until },
  });
  return (
    <div>
      <Link component={RouterLink} to={`/inbox?${search.toString()}`}>
        {t('stakeholders.incident.spoke', {
          count: item.posts,
          number: format.number(item.posts),
          when: format.dateTime(item.lastSpokeAt),
        })}
      </Link>
    </div>
  );
}

function WasTold({ item: { told, toldTimes } }: { item: Item }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (told === null) return null;
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {t('stakeholders.incident.toldLine', {
        how: t(`stakeholders.howTold.${told.how}`),
        name: told.by,
        when: format.dateTime(told.at),
      })}
      {' – '}
      {told.what}
      {toldTimes > 1 ? ` (${t('stakeholders.incident.toldTimes', { count: toldTimes })})` : ''}
    </Box>
  );
}
