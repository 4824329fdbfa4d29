import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hall, type Item, type ItemKind, type Phase, withdrawItem } from '#contract/workshops';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { newKey } from '../shared/new-key.js';
import { useOutbox } from './use-outbox.js';
import { WriteForm } from './WriteForm.js';

interface SeatWritingProps {
  hall: Hall;
  phase: Phase;
  seatId: string;
  /** What is on the board now. */
  items: readonly Item[];
}

/** Writing: at once where there is a connection, later where there is none, and in either case once. */
export function SeatWriting({ hall, phase, seatId, items }: SeatWritingProps) {
  const { t } = useTranslation();
  const [anonymous, setAnonymous] = useState(
    hall.anonymousAllowed && hall.seats.find(({ id }) => id === seatId)?.name === null,
  );
  const [last, setLast] = useState<string | null>(null);
  const { waiting, sent, refused, write } = useOutbox(hall.id);
  const [first] = refused;
  const withdraw = useChange(withdrawItem, { onDone: () => setLast(null) });
  const onWrite = (kind: ItemKind, text: string) => {
    const key = newKey();
    withdraw.reset();
    setLast(key);
    write({ key, kind, text, phaseKey: phase.key, anonymous });
  };
  const shown = useShownOnce(sent?.id, items);
  if (phase.captures.length === 0 && waiting.length === 0 && refused.length === 0) return null;
  // What was taken off the board is not read here either.
  const own = sent !== null && sent.key === last && shown !== 'gone' ? sent : null;
  return (
    <Section heading="h2" title={t('workshops.room.yourTurn')}>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {phase.captures.length > 0 ? (
          <>
            <WriteForm
              key={first?.item.key ?? 'new'}
              kinds={phase.captures}
              text={first?.item.text}
              onWrite={onWrite}
            />
            {hall.anonymousAllowed ? (
              <FormControlLabel
                control={<Checkbox checked={anonymous} onChange={(_, checked) => setAnonymous(checked)} />}
                label={t('workshops.room.withoutName')}
              />
            ) : null}
          </>
        ) : null}
        <ProblemAlert error={first?.error ?? withdraw.error} />
        {(phase.captures.length > 0 ? refused.slice(1) : refused).map(({ item }) => (
          <Typography key={item.key} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {item.text}
          </Typography>
        ))}
        {waiting.length > 0 ? (
          <Alert severity="info" role="status">
            {t('workshops.room.waitingToSend', { count: waiting.length })}
          </Alert>
        ) : null}
        {own ? (
          <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {t('workshops.room.sent', { text: own.text })}
            </Typography>
            <Button
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ params: { workshopId: hall.id }, body: { key: own.key } })}
            >
              {t('workshops.room.takeBack')}
            </Button>
          </Box>
        ) : null}
      </Box>
    </Section>
  );
}

/** Whether an item has not come yet, is there, or was there and is no more. */
function useShownOnce(id: string | undefined, items: readonly Item[]): 'coming' | 'there' | 'gone' {
  const [seen, setSeen] = useState<string>();
  const there = items.some((item) => item.id === id);
  if (there && seen !== id) setSeen(id);
  return there ? 'there' : id !== undefined && seen === id ? 'gone' : 'coming';
}
