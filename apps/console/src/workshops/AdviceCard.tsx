import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Chip, { type ChipProps } from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Method, OwnMethodView } from '#contract/workshops';
import type { Advice, Verdict } from '#rules/workshops';
import { languageName } from '../i18n/languages.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { gapsOf } from './method-draft.js';
import { MethodSources } from './MethodSources.js';
import { ReasonList } from './ReasonList.js';

const COLOURS: Record<Verdict, ChipProps['color']> = {
  recommended: 'success',
  possible: 'info',
  not_advised: 'warning',
};

interface AdviceCardProps {
  method: Method;
  /** Where it is one of one's own. */
  own: OwnMethodView | null;
  advice: Advice;
  compared: boolean;
  /** Two are compared already. */
  enough: boolean;
  busy: boolean;
  onCompare: (compared: boolean) => void;
  onUse: () => void;
}

/** A method: whether it fits and why, when to leave it alone, and who described it. */
export function AdviceCard({
  method,
  own,
  advice,
  compared,
  enough,
  busy,
  onCompare,
  onUse,
}: AdviceCardProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  const name = say(method.name);
  return (
    <Section
      title={name}
      heading="h3"
      action={
        <Chip
          label={t('workshops.advice.verdictOf', {
            verdict: t(`workshops.advice.verdict.${advice.verdict}`),
            score: advice.score,
          })}
          color={COLOURS[advice.verdict]}
          variant="outlined"
        />
      }
    >
      <Typography variant="body2">{say(method.summary)}</Typography>
      {own ? (
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {[
            t('workshops.method.ownOf', { number: own.version, name: own.by.name }),
            ...gapsOf(own.method).map((one) => t('workshops.method.gap', { language: languageName(one) })),
          ].join(' · ')}
        </Typography>
      ) : null}
      <ReasonList advice={advice} />
      <Typography variant="overline" component="h4">
        {t('workshops.advice.whenNot')}
      </Typography>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
        {method.whenNot.map((reason) => (
          <li key={say(reason)}>{say(reason)}</li>
        ))}
      </Box>
      {method.sources.length > 0 ? <MethodSources method={method} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}>
        <Button
          variant={advice.verdict === 'recommended' ? 'contained' : 'outlined'}
          loading={busy}
          aria-label={t('workshops.advice.useOf', { name })}
          onClick={onUse}
        >
          {t('workshops.advice.use')}
        </Button>
        <FormControlLabel
          control={
            <Checkbox
              checked={compared}
              disabled={enough && !compared}
              onChange={(_, checked) => onCompare(checked)}
              slotProps={{ input: { 'aria-label': t('workshops.advice.compareOf', { name }) } }}
            />
          }
          label={t('workshops.advice.compare')}
        />
      </Box>
    </Section>
  );
}
