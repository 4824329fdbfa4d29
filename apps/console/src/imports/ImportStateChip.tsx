import Chip, { type ChipProps } from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '#contract/imports';

const COLOUR: Record<ImportRun['state'], ChipProps['color']> = {
  waiting: 'default',
  running: 'info',
  done: 'success',
  failed: 'error',
};

export function ImportStateChip({ state }: { state: ImportRun['state'] }) {
  const { t } = useTranslation();
  return <Chip variant="outlined" color={COLOUR[state]} label={t(`vocabulary.importState.${state}`)} />;
}
