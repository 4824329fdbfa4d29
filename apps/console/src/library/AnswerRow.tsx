import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { AnswerSummary } from '#contract/answers';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { VersionStateChip } from './VersionStateChip.js';

/** An answer of the list: its question, where it stands, who approves it, how much it is used. */
export function AnswerRow({ answer }: { answer: AnswerSummary }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const format = useFormat();
  const departmentName = useDepartmentName();
  const facts = [
    answer.currentVersionNumber === null
      ? t('answers.notInForce')
      : t('answers.inForce', { number: answer.currentVersionNumber }),
    answer.languages.map((language) => format.languageName(language)).join(', '),
    answer.departmentIds.map(departmentName).join(', '),
    answer.timesUsed > 0 ? t('answers.used', { count: answer.timesUsed }) : t('answers.neverUsed'),
    ...(answer.lastUsedAt ? [t('library.lastUsed', { day: format.date(answer.lastUsedAt) })] : []),
    ...(answer.validUntil ? [t('answers.validUntil', { day: format.date(answer.validUntil) })] : []),
    ...(answer.reviewOn ? [t('library.reviewOn', { day: format.date(answer.reviewOn) })] : []),
  ];
  return (
    <Box
      sx={{
        position: 'relative',
        px: 2,
        py: 1.25,
        display: 'grid',
        gap: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Link
          component={RouterLink}
          to={`/library/${answer.id}`}
          color="inherit"
          underline="hover"
          variant="h3"
          sx={{ flex: '1 1 240px', '&::after': { content: '""', position: 'absolute', inset: 0 } }}
        >
          {say(answer.question)}
        </Link>
        {answer.kind === 'holding_statement' ? (
          <Chip label={t('vocabulary.answerKind.holding_statement')} color="secondary" />
        ) : null}
        {answer.sensitivity === 'low' ? null : (
          <Chip
            label={t(`vocabulary.sensitivity.${answer.sensitivity}`)}
            color="warning"
            variant="outlined"
          />
        )}
        {answer.openChangeRequests > 0 ? (
          <Chip
            label={t('library.openRequests', { count: answer.openChangeRequests })}
            color="warning"
            variant="outlined"
          />
        ) : null}
        <VersionStateChip state={answer.state} />
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {facts.filter(Boolean).join(' · ')}
      </Typography>
      {answer.awaitingDepartmentIds.length > 0 ? (
        <Typography variant="caption" component="p" sx={{ color: 'warning.main' }}>
          {t('answers.awaiting')} {format.list(answer.awaitingDepartmentIds.map(departmentName))}
        </Typography>
      ) : null}
    </Box>
  );
}
