import Chip, { type ChipProps } from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { WorkshopState } from '#rules/workshops';

const COLOURS: Record<WorkshopState, ChipProps['color']> = {
  draft: 'default',
  open: 'info',
  running: 'success',
  closed: 'default',
  cancelled: 'default',
};

export function WorkshopStateChip({ state }: { state: WorkshopState }) {
  const { t } = useTranslation();
  return <Chip label={t(`workshops.state.${state}`)} color={COLOURS[state]} variant="outlined" />;
}
