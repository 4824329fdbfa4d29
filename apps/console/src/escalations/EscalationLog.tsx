import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { EscalationLogEntry } from '#contract/escalation';
import { Section } from '../inbox/Section.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { RelativeTime } from '../shared/RelativeTime.js';

/** Everything that happened, newest first: who was asked and why them, who took it, what was decided. */
export function EscalationLog({ log }: { log: readonly EscalationLogEntry[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('escalations.log')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {log.map((entry) => (
          <LogItem key={entry.id} entry={entry} />
        ))}
      </Box>
    </Section>
  );
}

/** Reasons of a closing that its log names. */
const CLOSED_BECAUSE = ['cause_over', 'mention_handled', 'escalated_anew', 'drill_over'] as const;

function LogItem({ entry }: { entry: EscalationLogEntry }) {
  const { t, i18n } = useTranslation();
  const departmentName = useDepartmentName();
  const key = `escalations.kind.${entry.kind}`;
  const { reason, toName, from, to, policy } = entry.params;
  const because = CLOSED_BECAUSE.find((one) => entry.kind === 'closed' && one === reason);
  const what = because
    ? t(`escalations.closedBecause.${because}`)
    : i18n.exists(key)
      ? String(t(key as 'escalations.kind.raised', { toName, from, to, policy }))
      : entry.kind;
  const why = ({ because, stakeholder }: EscalationLogEntry['people'][number]) =>
    stakeholder
      ? t('escalations.ownerOf', {
          name: stakeholder.name,
          salience: t(`stakeholders.salience.${stakeholder.salience}`),
        })
      : t(`escalations.because.${because}`);
  const note = entry.params['note'] ?? entry.params['detail'];
  return (
    <Box component="li" sx={{ typography: 'body2' }}>
      <strong>{what}</strong>
      {entry.departmentId ? ` · ${departmentName(entry.departmentId)}` : ''}
      {entry.by ? ` · ${entry.by.name}` : ''}{' '}
      <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
        <RelativeTime instant={entry.at} />
      </Typography>
      {entry.people.length > 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {entry.people.map((one) => `${one.name} (${why(one)})`).join(', ')}
        </Typography>
      ) : null}
      {entry.stakeholder ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {entry.kind === 'no_owner'
            ? t('escalations.ownerMissing')
            : entry.stakeholder.salience
              ? t('escalations.routedBy', {
                  salience: t(`stakeholders.salience.${entry.stakeholder.salience}`),
                })
              : null}{' '}
          <Link component={RouterLink} to={`/stakeholders/${entry.stakeholder.id}`}>
            {entry.stakeholder.name}
          </Link>
        </Typography>
      ) : entry.kind === 'no_owner' ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('escalations.noneConcerned')}
        </Typography>
      ) : null}
      {typeof note === 'string' && note !== '' ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'pre-wrap' }}>
          {t('common.quoted', { text: note })}
        </Typography>
      ) : null}
    </Box>
  );
}
