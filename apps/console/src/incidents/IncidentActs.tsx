import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentDetail, moveIncidentState } from '#contract/crisis';
import { CALM_LEVEL, moveIncident } from '#rules/crisis';
import { useChange } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { MoveDialog } from './MoveDialog.js';
import { ReasonDialog } from './ReasonDialog.js';
import { TOUCHED } from './touched.js';

const MOVES = ['conclude', 'resume', 'close', 'reopen'] as const;
type Move = (typeof MOVES)[number];

/** The moves that the state of the incident allows, for those who run it. */
export function IncidentActs({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<Move | null>(null);
  const move = useChange(moveIncidentState, { touches: TOUCHED, onDone: () => setAsking(null) });
  if (!may('incidents.run')) return null;
  const params = { incidentId: incident.id };
  const ask = (next: Move | null) => {
    move.reset();
    setAsking(next);
  };
  return (
    <>
      {MOVES.filter((one) => isOpen(one, incident)).map((one) => (
        <Button
          key={one}
          variant={one === 'close' || one === 'conclude' ? 'contained' : 'outlined'}
          onClick={() => ask(one)}
        >
          {t(`incidents.move.${one}`)}
        </Button>
      ))}
      {asking === 'conclude' || asking === 'close' ? (
        <MoveDialog
          move={asking}
          obstacles={asking === 'close' ? incident.obstacles : []}
          busy={move.isPending}
          error={move.error}
          onConfirm={() => move.mutate({ params, body: { move: asking } })}
          onClose={() => ask(null)}
        />
      ) : null}
      {asking === 'resume' || asking === 'reopen' ? (
        <ReasonDialog
          title={t(`incidents.move.${asking}`)}
          confirm={t(`incidents.move.${asking}`)}
          text={t(`incidents.moveText.${asking}`)}
          busy={move.isPending}
          error={move.error}
          onReason={(reason) => move.mutate({ params, body: { move: asking, reason } })}
          onClose={() => ask(null)}
        />
      ) : null}
    </>
  );
}

/** In the middle of a crisis nobody looks for the review: it is offered once the topic is calm. */
function isOpen(move: Move, { state, level }: IncidentDetail): boolean {
  return moveIncident(state, move) !== null && (move !== 'conclude' || level <= CALM_LEVEL);
}
