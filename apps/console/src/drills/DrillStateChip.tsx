import Chip, { type ChipProps } from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { DrillState } from '#rules/drills';

const COLOURS: Record<DrillState, ChipProps['color']> = {
  prepared: 'default',
  running: 'success',
  paused: 'warning',
  ended: 'info',
  debriefed: 'default',
  cancelled: 'default',
};

export function DrillStateChip({ state }: { state: DrillState }) {
  const { t } = useTranslation();
  return (
    <Chip component="span" label={t(`drills.state.${state}`)} color={COLOURS[state]} variant="outlined" />
  );
}
