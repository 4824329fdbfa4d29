import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { AuditEntry } from '#contract/audit';
import { useFormat } from '../i18n/format.js';
import { useAuditWords } from './use-audit-words.js';

const AT_THE_END = { textAlign: { md: 'end' }, overflowWrap: 'anywhere' } as const;

/** One decision; its details and hashes on demand. */
export function AuditEntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const page = words.page(entry.subjectType, entry.subjectId);
  const subject = words.subject(entry.subjectType, entry.subjectId);
  return (
    <Box component="li" sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          alignItems: 'baseline',
          gridTemplateColumns: { xs: '1fr', md: '170px 180px minmax(0, 1fr) minmax(0, 280px)' },
        }}
      >
        <Typography variant="caption" component="time" dateTime={entry.at} title={format.full(entry.at)}>
          {format.dateTime(entry.at)}
        </Typography>
        <Typography variant="body2" noWrap>
          {entry.actorId === null ? t('audit.system') : entry.actorName}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {words.action(entry.action)}
          {entry.reason ? (
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {' '}
              · {t('audit.reason', { reason: entry.reason })}
            </Box>
          ) : null}
        </Typography>
        {page ? (
          <Link component={RouterLink} to={page} variant="body2" sx={AT_THE_END}>
            {subject}
          </Link>
        ) : (
          <Typography variant="body2" sx={AT_THE_END}>
            {subject}
          </Typography>
        )}
      </Box>
      <Box component="details" sx={{ typography: 'caption' }}>
        <Box
          component="summary"
          sx={{ cursor: 'pointer', color: 'text.secondary', width: 'max-content', py: 0.5 }}
        >
          {t('audit.entry', { position: entry.position })} · {t('audit.details')}
        </Box>
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            mt: 1,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          <Value name={t('audit.before')} value={entry.before} />
          <Value name={t('audit.after')} value={entry.after} />
          <Value name={t('audit.previousHash')} value={entry.previousHash} />
          <Value name={t('audit.hash')} value={entry.hash} />
        </Box>
      </Box>
    </Box>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <div>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 650 }}>
        {name}
      </Typography>
      <Box
        component="pre"
        sx={{
          m: 0,
          p: 1,
          borderRadius: 1,
          bgcolor: 'background.default',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          fontSize: '0.75rem',
        }}
      >
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </Box>
    </div>
  );
}
