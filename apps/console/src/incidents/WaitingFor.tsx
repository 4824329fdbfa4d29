import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { IncidentSummary } from '#contract/crisis';
import { CountDown } from './CountDown.js';

type Waiting = IncidentSummary['waitsFor'][number];

/** The sentence of what an incident waits for. */
export function useWaitingText(): (waiting: Waiting) => string {
  const { t } = useTranslation();
  return ({ kind, count }) =>
    kind === 'roles' || kind === 'tasks' || kind === 'checks' || kind === 'posts'
      ? t(`incidents.waits.${kind}`, { count })
      : t(`incidents.waits.${kind}`);
}

/** What is next, each with its clock; what is late says so in a word, not by colour alone. */
export function WaitingFor({ waiting }: { waiting: readonly Waiting[] }) {
  const text = useWaitingText();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.25 }}>
      {waiting.map((one) => (
        <Typography
          component="li"
          variant="body2"
          key={one.kind}
          sx={{ fontWeight: one.overdue ? 650 : 400 }}
        >
          {text(one)} <CountDown instant={one.dueAt} />
        </Typography>
      ))}
    </Box>
  );
}
