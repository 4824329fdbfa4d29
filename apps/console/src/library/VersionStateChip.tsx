import Chip, { type ChipProps } from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { VersionState } from '#contract/answers';

const COLOUR: Record<VersionState, ChipProps['color']> = {
  draft: 'default',
  in_review: 'warning',
  approved: 'success',
  superseded: 'default',
  retired: 'default',
  expired: 'error',
};

/** Where a version stands in its life. */
export function VersionStateChip({ state }: { state: VersionState }) {
  const { t } = useTranslation();
  return <Chip variant="outlined" color={COLOUR[state]} label={t(`vocabulary.versionState.${state}`)} />;
}
