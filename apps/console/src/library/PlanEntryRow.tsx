import Box from '@mui/material/Box';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { PlanEntry, PlanOutcome } from '#contract/answers';
import { useLocalised } from '../i18n/localised.js';
import { useProblemText } from '../i18n/problem-text.js';

const COLOUR: Record<PlanOutcome, ChipProps['color']> = {
  new: 'success',
  changed: 'primary',
  unchanged: 'default',
  refused: 'error',
};

/** One answer of the file: what becomes of it, each field before and after, and why it is refused. */
export function PlanEntryRow({ entry }: { entry: PlanEntry }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const question = say(entry.question) || t('library.withoutQuestion');
  const facts = [
    t('library.line', { line: entry.line }),
    entry.kind ? t(`vocabulary.answerKind.${entry.kind}`) : '',
    entry.base ? t('answers.version', { number: entry.base.versionNumber }) : '',
    entry.arrivesAs ? t(entry.arrivesAs === 'draft' ? 'library.arrivesDraft' : 'library.arrivesReview') : '',
  ];
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25, display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Chip
          variant="outlined"
          color={COLOUR[entry.outcome]}
          label={t(`library.outcome.${entry.outcome}`)}
        />
        <Typography variant="h3" component="span" sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          {entry.answerId === null ? (
            question
          ) : (
            <Link component={RouterLink} to={`/library/${entry.answerId}`} color="inherit" underline="hover">
              {question}
            </Link>
          )}
        </Typography>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {facts.filter(Boolean).join(' · ')}
      </Typography>
      <Problems title={null} errors={entry.errors} colour="error.main" />
      <Problems title={t('library.stillMissing')} errors={entry.openPoints} colour="text.primary" />
      {entry.changes.length > 0 ? (
        <Box component="details" open={entry.outcome === 'changed' && entry.changes.length <= 3}>
          <Box component="summary" sx={{ cursor: 'pointer', typography: 'body2' }}>
            {t('library.showChanges', { count: entry.changes.length })}
          </Box>
          <Changes changes={entry.changes} />
        </Box>
      ) : null}
    </Box>
  );
}

interface ProblemsProps {
  title: string | null;
  errors: PlanEntry['errors'];
  colour: string;
}

function Problems({ title, errors, colour }: ProblemsProps) {
  const { t } = useTranslation();
  const { ofCode } = useProblemText();
  if (errors.length === 0) return null;
  return (
    <Box sx={{ color: colour, typography: 'body2' }}>
      {title}
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }}>
        {errors.map((error, index) => (
          <li key={index}>
            {t('library.atField', { line: error.line, field: error.field })}{' '}
            {error.code === 'invalid-input' ? error.detail : `${ofCode(error)} (${error.detail})`}
          </li>
        ))}
      </Box>
    </Box>
  );
}

function Changes({ changes }: { changes: PlanEntry['changes'] }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
      {changes.map(({ field, before, after }) => (
        <Box key={field} sx={{ display: 'grid', gap: 0.5 }}>
          <Typography variant="caption" component="p" sx={{ fontWeight: 650 }}>
            {field}
          </Typography>
          <Box
            sx={{
              display: 'grid',
              gap: 1,
              gridTemplateColumns: before === null ? '1fr' : { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' },
            }}
          >
            {before === null ? null : <Side name={t('library.fieldBefore')} text={before} />}
            <Side name={t('library.fieldAfter')} text={after} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1, py: 0.5, minWidth: 0 }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text === '' ? '–' : text}
      </Typography>
    </Box>
  );
}
