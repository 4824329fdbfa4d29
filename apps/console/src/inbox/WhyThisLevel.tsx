import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AssessmentView } from '#contract/classification';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { levelColour, levelNumber } from '../theme/levels.js';
import { weighReasons, type WeighedReason } from './reason-weights.js';
import { Section } from './Section.js';
import { useReasonText } from './use-reason-text.js';

interface WhyThisLevelProps {
  assessment: AssessmentView;
  onCorrect?: () => void;
}

/** Why a mention got its level: every reason with its weight and the words it saw, and what is advised. */
export function WhyThisLevel({ assessment, onCorrect }: WhyThisLevelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { say, word } = useReasonText();
  const { weighing, explaining, sum } = weighReasons(assessment.reasons);
  const lower = (words: string) => words.toLocaleLowerCase(format.language);
  const colour = levelColour(levelNumber(assessment.level), 'solid');
  return (
    <Section
      title={t('reasons.title')}
      action={
        onCorrect && may('mentions.triage') ? (
          <Button size="small" onClick={onCorrect}>
            {t('reasons.correct')}
          </Button>
        ) : null
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <LevelBadge level={assessment.level} />
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {t('reasons.severity', { severity: assessment.severity })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {word('harm', assessment.harm)} ·{' '}
          {t('reasons.toneIs', { tone: lower(word('sentiment', assessment.sentiment)) })}
        </Typography>
      </Box>
      {assessment.correctedBy ? (
        <Typography variant="body2" sx={{ mb: 1.5, fontWeight: 600 }}>
          {t('reasons.correctedBy', { name: assessment.correctedBy })}
        </Typography>
      ) : null}
      <Typography variant="body2" sx={{ mb: 1.5 }}>
        <strong>{t('reasons.advice', { advice: word('advice', assessment.advice) })}</strong>{' '}
        {t('reasons.adviceWhy', { intent: lower(word('intent', assessment.intent)) })}{' '}
        <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
          {t('reasons.adviceSource')}
        </Box>
      </Typography>
      {weighing.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('reasons.nothingWeighs')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {weighing.map((weighed, index) => (
            <ReasonBar key={index} weighed={weighed} text={say(weighed.reason)} colour={colour} />
          ))}
          <Box
            component="li"
            sx={{
              display: 'flex',
              gap: 1,
              pt: 0.5,
              borderTop: 1,
              borderColor: 'divider',
              typography: 'body2',
              fontWeight: 650,
            }}
          >
            <Box component="span" sx={{ flex: 1 }}>
              {t('reasons.sum')}
            </Box>
            <span>{format.number(sum)}</span>
          </Box>
        </Box>
      )}
      {explaining.length > 0 ? (
        <Box
          component="ul"
          sx={{ m: 0, mt: 1.5, paddingInlineStart: 2.5, color: 'text.secondary', typography: 'body2' }}
        >
          {explaining.map((reason, index) => (
            <li key={index}>
              {say(reason)}
              <Words words={reason.words} />
            </li>
          ))}
        </Box>
      ) : null}
      {assessment.modelVersion ? (
        <Typography variant="caption" sx={{ display: 'block', mt: 1, color: 'text.secondary' }}>
          {t('reasons.modelVersion', { version: assessment.modelVersion })}
        </Typography>
      ) : null}
    </Section>
  );
}

function ReasonBar({
  weighed: { reason, share },
  text,
  colour,
}: {
  weighed: WeighedReason;
  text: string;
  colour: string;
}) {
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, typography: 'body2' }}>
        <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
          {text}
          <Words words={reason.words} />
        </Box>
        <Box component="span" sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
          {reason.weight > 0 ? '+' : ''}
          {format.number(reason.weight)}
        </Box>
      </Box>
      <Box aria-hidden="true" sx={{ height: 6, borderRadius: 3, bgcolor: 'action.hover' }}>
        <Box
          sx={{ height: 6, borderRadius: 3, bgcolor: colour }}
          style={{ width: `${Math.max(3, share * 100)}%` }}
        />
      </Box>
    </Box>
  );
}

function Words({ words }: { words: readonly string[] | undefined }) {
  if (!words || words.length === 0) return null;
  return words.map((one) => (
    <Box component="span" key={one}>
      {' '}
      <mark>{one}</mark>
    </Box>
  ));
}
