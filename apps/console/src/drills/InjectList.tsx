import MediaIcon from '@mui/icons-material/ImageOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type DrillDetail, type DrillInject, injectNow } from '#contract/drills';
import { isUnderWay } from '#rules/drills';
import { useChange } from '../api/use-endpoint.js';
import { Section } from '../inbox/Section.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { PostPicture } from '../shared/PostPicture.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { OutcomeChip } from './OutcomeChip.js';
import { scenarioClock } from './scenario-time.js';
import { TOUCHED } from './touched.js';
import { useReactionText } from './use-reaction-text.js';

/** What has come and, for who runs the drill, what is to come. */
export function InjectList({ drill, runs }: { drill: DrillDetail; runs: boolean }) {
  const { t } = useTranslation();
  const inject = useChange(injectNow, { touches: TOUCHED });
  const able = runs && isUnderWay(drill.state);
  return (
    <Section heading="h2" title={t('drills.run.injects')}>
      {runs ? null : <Typography variant="body2">{t('drills.run.hidden')}</Typography>}
      <ProblemAlert error={inject.error} />
      <Box component="ol" aria-label={t('drills.run.injects')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {drill.injects.map((one) => (
          <InjectRow
            key={one.key}
            inject={one}
            drill={drill}
            busy={inject.isPending}
            onInject={
              able && one.outcome !== 'posted'
                ? () => inject.mutate({ params: { drillId: drill.id, key: one.key } })
                : null
            }
          />
        ))}
      </Box>
    </Section>
  );
}

interface InjectRowProps {
  inject: DrillInject;
  drill: DrillDetail;
  busy: boolean;
  onInject: (() => void) | null;
}

function InjectRow({ inject, drill, busy, onInject }: InjectRowProps) {
  const { t } = useTranslation();
  const say = useReactionText();
  const outcomes = drill.evaluation?.outcomes.filter((one) => one.inject === inject.key) ?? [];
  const nameOf = (key: string) => drill.injects.find((one) => one.key === key)?.author.name ?? key;
  const time = scenarioClock(inject.settledAt ?? inject.atSeconds * 1000);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 0.5,
        py: 1.25,
        pl: 1.5,
        borderLeft: 3,
        borderColor: inject.outcome === 'posted' ? 'primary.main' : 'divider',
        '& + &': { mt: 0.5 },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <NetworkIcon network={inject.look} />
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
          {inject.author.name}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {inject.outcome === null
            ? t('drills.run.due', { time })
            : t(inject.outcome === 'posted' ? 'drills.run.came' : 'drills.run.leftOut', { time })}
          {inject.byHand ? ` · ${t('drills.run.byHand', { name: inject.byHand.name })}` : ''}
        </Typography>
        {inject.hasMedia && !inject.picture ? (
          <MediaIcon titleAccess={t('drills.run.picture')} sx={{ fontSize: 16, color: 'text.secondary' }} />
        ) : null}
        <Box sx={{ flex: 1 }} />
        {inject.mentionId ? (
          <Link
            component={RouterLink}
            to={`/inbox/${inject.mentionId}?state=all`}
            variant="body2"
            sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 24 }}
            aria-label={t('drills.run.openMentionOf', { name: inject.author.name })}
          >
            {t('drills.run.openMention')}
          </Link>
        ) : inject.outcome === 'posted' ? (
          <Typography variant="caption">{t('drills.run.waiting')}</Typography>
        ) : null}
        {onInject ? (
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={onInject}
            aria-label={t('drills.run.injectThis', { text: `${inject.author.name}, ${time}` })}
          >
            {t('drills.run.injectNow')}
          </Button>
        ) : null}
      </Box>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {inject.text}
      </Typography>
      {inject.picture ? <PostPicture picture={inject.picture} height={160} /> : null}
      {inject.branch ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {say.branch(inject.branch, nameOf)}
        </Typography>
      ) : null}
      {inject.note ? (
        <Typography
          variant="caption"
          component="p"
          sx={{ m: 0, fontStyle: 'italic', color: 'text.secondary' }}
        >
          {inject.note}
        </Typography>
      ) : null}
      {inject.expected.length > 0 ? (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
          {inject.expected.map((reaction) => {
            const outcome = outcomes.find(({ kind }) => kind === reaction.kind);
            return (
              <Box
                component="li"
                key={reaction.kind}
                sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
              >
                <Typography variant="caption" sx={{ overflowWrap: 'anywhere' }}>
                  {say.within(reaction)}
                </Typography>
                {outcome ? (
                  <OutcomeChip state={outcome.state} />
                ) : inject.outcome === 'skipped' ? (
                  <Chip size="small" variant="outlined" label="–" aria-hidden="true" />
                ) : null}
              </Box>
            );
          })}
        </Box>
      ) : null}
    </Box>
  );
}
