import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { NetworkCapabilities, Source } from '#contract/networks';
import { useProblemText } from '../i18n/problem-text.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { useNow } from '../shared/use-now.js';
import { BackfillState } from './BackfillState.js';
import { DeliveryProblem } from './DeliveryProblem.js';
import { SourceActions } from './SourceActions.js';
import { endsSoon, metaHook, useSourceFacts, whereOf, xHook } from './use-source-facts.js';

const COLOUR: Record<Source['state'], ChipProps['color']> = {
  active: 'success',
  paused: 'default',
  needs_attention: 'error',
};

interface SourceRowProps {
  source: Source;
  /** What its network can do; unknown until that has been read. */
  network: NetworkCapabilities | undefined;
  onChange: () => void;
}

/** A source: where it stands, when it was read, and in words why it cannot be. */
export function SourceRow({ source, network, onChange }: SourceRowProps) {
  const { t, i18n } = useTranslation();
  const { ofCode } = useProblemText();
  const now = useNow();
  const delivered = source.network === 'webhook';
  const facts = useSourceFacts(source, delivered);
  const where = whereOf(source);
  const hook = metaHook(source);
  const hookOfX = xHook(source);
  const watch = `sources.watches.${String(source.settings['watch'])}`;
  const about = [
    ...(i18n.exists(watch) ? [t(watch as 'sources.watches.mentions')] : []),
    ...(where ? [delivered ? t('sources.deliverTo', { address: where }) : where] : []),
    ...facts,
  ];
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.25, display: 'grid', gap: 0.75, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <NetworkIcon network={source.network} />
        <Typography variant="h3" component="h2" sx={{ flex: '1 1 200px' }}>
          {source.name}
        </Typography>
        <Chip
          variant="outlined"
          color={COLOUR[source.state]}
          label={t(`vocabulary.sourceState.${source.state}`)}
        />
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {about.join(' · ')}
      </Typography>
      {hook ? (
        <Typography
          variant="caption"
          component="p"
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {t('sources.metaHook', hook)}
        </Typography>
      ) : null}
      {hookOfX !== null ? (
        <Typography
          variant="caption"
          component="p"
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {t('sources.xHook', { address: hookOfX })}
        </Typography>
      ) : null}
      {source.problem ? (
        <Alert severity={source.state === 'needs_attention' ? 'error' : 'warning'} sx={{ py: 0 }}>
          {source.problem.code === 'items-refused' ? '' : t('sources.problem')} {ofCode(source.problem)}{' '}
          {ofCode(source.problem) === source.problem.detail ? '' : `(${source.problem.detail})`}
        </Alert>
      ) : null}
      {source.deliveryProblem !== null ? (
        <DeliveryProblem source={source} problem={source.deliveryProblem} />
      ) : null}
      {endsSoon(source, now) ? (
        <Alert severity="warning" sx={{ py: 0 }}>
          {t('sources.accessEnds')}
        </Alert>
      ) : null}
      <BackfillState source={source} />
      <SourceActions source={source} network={network} onChange={onChange} />
    </Box>
  );
}
