import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { changeSource, listSources, pullSource, type Source } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useProblemText } from '../i18n/problem-text.js';
import { useMay } from '../session/session.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useNow } from '../shared/use-now.js';

const COLOUR: Record<Source['state'], ChipProps['color']> = {
  active: 'success',
  paused: 'default',
  needs_attention: 'error',
};

/** A source: where it stands, when it was read, and in words why it cannot be. */
export function SourceRow({ source, onChange }: { source: Source; onChange: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const notify = useNotify();
  const may = useMay();
  const { ofCode } = useProblemText();
  const change = useChange(changeSource, { touches: [listSources] });
  const pull = useChange(pullSource, {
    touches: [listSources],
    onDone: ({ name }) => notify({ text: t('sources.willRead', { name }), severity: 'info' }),
  });
  const params = { sourceId: source.id };
  const seconds = source.pullEverySeconds;
  const time =
    seconds % 60 === 0
      ? t('sources.minutes', { count: seconds / 60 })
      : t('sources.seconds', { count: seconds });
  const facts = [
    t('sources.every', { time }),
    t('sources.mentions', { count: source.mentions, number: format.number(source.mentions) }),
    source.lastPullAt
      ? t('sources.lastRead', {
          when: format.relative(source.lastPullAt, now),
          stored: format.number(source.lastPullStored ?? 0),
        })
      : t('sources.neverRead'),
    ...(source.nextPullAt && source.state === 'active'
      ? [t('sources.nextRead', { when: format.relative(source.nextPullAt, now) })]
      : []),
  ];
  const address = typeof source.settings['url'] === 'string' ? source.settings['url'] : null;
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
        {address ? `${address} · ` : ''}
        {facts.join(' · ')}
      </Typography>
      {source.problem ? (
        <Alert severity={source.state === 'needs_attention' ? 'error' : 'warning'} sx={{ py: 0 }}>
          {t('sources.problem')} {ofCode(source.problem)}{' '}
          {ofCode(source.problem) === source.problem.detail ? '' : `(${source.problem.detail})`}
        </Alert>
      ) : null}
      {may('sources.write') ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {source.state === 'active' ? (
            <>
              <Button size="small" loading={pull.isPending} onClick={() => pull.mutate({ params })}>
                {t('sources.readNow')}
              </Button>
              <Button
                size="small"
                loading={change.isPending}
                onClick={() => change.mutate({ params, body: { state: 'paused' } })}
              >
                {t('sources.pause')}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              loading={change.isPending}
              onClick={() => change.mutate({ params, body: { state: 'active' } })}
            >
              {t('sources.resume')}
            </Button>
          )}
          <Button size="small" onClick={onChange} aria-label={t('sources.changeOf', { name: source.name })}>
            {t('sources.change')}
          </Button>
        </Box>
      ) : null}
      <ProblemAlert error={change.error ?? pull.error} />
    </Box>
  );
}
