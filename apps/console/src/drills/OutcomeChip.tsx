import DoneIcon from '@mui/icons-material/Check';
import LateIcon from '@mui/icons-material/Schedule';
import MissingIcon from '@mui/icons-material/HighlightOff';
import NotMeasuredIcon from '@mui/icons-material/VisibilityOff';
import PendingIcon from '@mui/icons-material/HourglassEmpty';
import WrongIcon from '@mui/icons-material/Close';
import Chip, { type ChipProps } from '@mui/material/Chip';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';
import type { OutcomeState } from '#rules/drills';

const SIGNS: Record<OutcomeState, [icon: SvgIconComponent, colour: ChipProps['color']]> = {
  done: [DoneIcon, 'success'],
  late: [LateIcon, 'warning'],
  wrong: [WrongIcon, 'error'],
  missing: [MissingIcon, 'error'],
  pending: [PendingIcon, 'default'],
  not_measured: [NotMeasuredIcon, 'default'],
};

/** What became of an expected reaction: word, sign and colour. */
export function OutcomeChip({ state }: { state: OutcomeState }) {
  const { t } = useTranslation();
  const [Icon, colour] = SIGNS[state];
  return (
    <Chip
      size="small"
      variant="outlined"
      color={colour}
      icon={<Icon />}
      label={t(`drills.outcome.${state}`)}
      title={state === 'not_measured' ? t('drills.notMeasured') : undefined}
    />
  );
}
