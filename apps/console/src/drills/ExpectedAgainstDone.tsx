import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { DrillDetail } from '#contract/drills';
import type { Outcome } from '#rules/drills';
import { Section } from '../inbox/Section.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { OutcomeChip } from './OutcomeChip.js';
import { scenarioClock } from './scenario-time.js';
import { SubjectLinks } from './SubjectLinks.js';
import { useReactionText } from './use-reaction-text.js';

/** The timeline of the drill: what came, what was expected of it by when, and what was done. */
export function ExpectedAgainstDone({ drill }: { drill: DrillDetail }) {
  const { t } = useTranslation();
  const came = drill.injects.filter(({ outcome }) => outcome === 'posted');
  const inOrder = [...came].sort((a, b) => (a.settledAt ?? 0) - (b.settledAt ?? 0));
  const length = Math.max(1, drill.clock.elapsedMs);
  return (
    <Section heading="h2" title={t('drills.timeline.title')}>
      <Box component="ol" aria-label={t('drills.timeline.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {inOrder.map((inject) => (
          <Box
            component="li"
            key={inject.key}
            sx={{
              display: 'grid',
              gap: 0.5,
              py: 1.25,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 2fr)' },
              columnGap: 2,
              '& + &': { borderTop: 1, borderColor: 'divider' },
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
                {scenarioClock(inject.settledAt ?? 0)} · <NetworkIcon network={inject.look} />{' '}
                {inject.author.name}
              </Typography>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {inject.text}
              </Typography>
            </Box>
            <Box sx={{ display: 'grid', gap: 1, alignContent: 'start', minWidth: 0 }}>
              {inject.expected.length === 0 ? (
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('drills.timeline.nothing')}
                </Typography>
              ) : null}
              {inject.expected.map((reaction) => {
                const outcome = drill.evaluation?.outcomes.find(
                  ({ inject: key, kind }) => key === inject.key && kind === reaction.kind,
                );
                return outcome ? (
                  <ReactionRow
                    key={reaction.kind}
                    outcome={outcome}
                    reaction={reaction}
                    injects={drill.injects}
                    from={inject.settledAt ?? 0}
                    length={length}
                  />
                ) : null;
              })}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

interface ReactionRowProps {
  outcome: Outcome;
  injects: DrillDetail['injects'];
  reaction: DrillDetail['injects'][number]['expected'][number];
  from: number;
  length: number;
}

function ReactionRow({ outcome, injects, reaction, from, length }: ReactionRowProps) {
  const { t } = useTranslation();
  const say = useReactionText();
  return (
    <Box sx={{ display: 'grid', gap: 0.25, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <OutcomeChip state={outcome.state} />
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {say.bare(reaction)}
        </Typography>
        {outcome.subject ? <SubjectLinks subjects={[outcome.subject]} injects={injects} /> : null}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {t('drills.timeline.due')} {scenarioClock(outcome.dueAt)}
        {outcome.doneAt === null ? '' : ` · ${t('drills.timeline.done')} ${scenarioClock(outcome.doneAt)}`}
      </Typography>
      <Track from={from} due={outcome.dueAt} done={outcome.doneAt} length={length} />
    </Box>
  );
}

/** The same for the eye: a bar from the post to the deadline, a mark where it was done. */
function Track({
  from,
  due,
  done,
  length,
}: {
  from: number;
  due: number;
  done: number | null;
  length: number;
}) {
  const share = (at: number) => Math.min(100, (100 * at) / length);
  return (
    <Box
      aria-hidden="true"
      sx={{ position: 'relative', height: 8, borderRadius: 1, bgcolor: 'action.hover', overflow: 'hidden' }}
    >
      <Box
        sx={{
          position: 'absolute',
          inset: 0,
          left: `${share(from)}%`,
          right: `${100 - share(due)}%`,
          bgcolor: 'action.disabled',
        }}
      />
      {done === null ? null : (
        <Box
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            width: 4,
            left: `calc(${share(done)}% - 2px)`,
            bgcolor: done <= due ? 'success.main' : 'warning.main',
          }}
        />
      )}
    </Box>
  );
}
