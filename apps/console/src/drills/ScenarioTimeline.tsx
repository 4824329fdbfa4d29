import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inject, Scenario } from '#contract/drills';
import { useLocalised } from '../i18n/localised.js';
import { NetworkIcon } from '../shared/NetworkIcon.js';
import { PostPicture } from '../shared/PostPicture.js';
import { scenarioClock } from './scenario-time.js';
import { useReactionText } from './use-reaction-text.js';

interface ScenarioTimelineProps {
  scenario: Pick<Scenario, 'injects'>;
  /** What stands below or instead of an inject while it is edited. */
  form?: (inject: Inject, index: number) => ReactNode;
  actions?: (inject: Inject, index: number) => ReactNode;
}

/** Distance on the rail for the time between two injects. */
function gap(seconds: number): string {
  return `${Math.min(72, 8 + seconds / 8)}px`;
}

/** The injects along a rail; the longer nothing comes, the wider the gap. */
export function ScenarioTimeline({ scenario, form, actions }: ScenarioTimelineProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const reactions = useReactionText();
  const { injects } = scenario;
  const nameOf = (key: string) => injects.find((one) => one.key === key)?.author.name ?? key;
  return (
    <Box
      component="ol"
      aria-label={t('drills.scenario.timeline')}
      sx={{ m: 0, p: 0, pl: 2, listStyle: 'none', borderLeft: 2, borderColor: 'divider' }}
    >
      {injects.map((inject, index) => (
        <Box
          component="li"
          key={inject.key}
          sx={{
            position: 'relative',
            pt: gap(inject.atSeconds - (injects[index - 1]?.atSeconds ?? 0)),
            pb: 0.5,
          }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Box
              aria-hidden="true"
              sx={{
                width: 12,
                height: 12,
                borderRadius: '50%',
                ml: '-23px',
                bgcolor: inject.branch ? 'background.paper' : 'primary.main',
                border: 2,
                borderColor: 'primary.main',
              }}
            />
            <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
              {scenarioClock(inject.atSeconds * 1000)}
            </Typography>
            <NetworkIcon network={inject.look} />
            <Typography variant="body2" component="span">
              {inject.author.name}
            </Typography>
            <Box sx={{ flex: 1 }} />
            {actions?.(inject, index)}
          </Box>
          {form?.(inject, index) ?? (
            <Box sx={{ display: 'grid', gap: 0.25 }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {say(inject.text)}
              </Typography>
              {inject.picture ? (
                <PostPicture picture={{ id: inject.picture.id, alt: say(inject.picture.alt) }} height={160} />
              ) : null}
              {inject.branch ? (
                <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                  {reactions.branch(inject.branch, nameOf)}
                </Typography>
              ) : null}
              {inject.expected.length > 0 ? (
                <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'caption' }}>
                  {inject.expected.map((reaction) => (
                    <Box component="li" key={reaction.kind} sx={{ overflowWrap: 'anywhere' }}>
                      {reactions.within(reaction)}
                    </Box>
                  ))}
                </Box>
              ) : null}
              {say(inject.note) ? (
                <Typography
                  variant="caption"
                  component="p"
                  sx={{ m: 0, fontStyle: 'italic', color: 'text.secondary' }}
                >
                  {say(inject.note)}
                </Typography>
              ) : null}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
