import Chip, { type ChipProps } from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '#contract/requests';

const COLOURS: Record<RequestState, ChipProps['color']> = {
  open: 'warning',
  drafted: 'info',
  in_review: 'info',
  ready: 'success',
  fulfilled: 'default',
  declined: 'default',
  withdrawn: 'default',
};

export function RequestStateChip({ state }: { state: RequestState }) {
  const { t } = useTranslation();
  return <Chip label={t(`requests.state.${state}`)} color={COLOURS[state]} variant="outlined" />;
}
