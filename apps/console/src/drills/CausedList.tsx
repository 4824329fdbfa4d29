import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Caused } from '#contract/drills';
import { CAUSED_KINDS, type CausedKind } from '#rules/drills';

const ADDRESS: Record<CausedKind, (id: string) => string> = {
  proposal: () => '/incidents?realm=training',
  level: (id) => `/topics/${id}?realm=training`,
  request: (id) => `/requests/${id}`,
  escalation: (id) => `/escalations/${id}?view=all`,
  invitation: () => '/colleagues',
  reply: () => '/replies?realm=training',
  incident: (id) => `/incidents/${id}`,
  freeze: () => '/replies?realm=training',
};

/** What a drill has caused and what is still open: how much of each kind, and each by its name. */
export function CausedList({ items }: { items: readonly Caused[] }) {
  const { t } = useTranslation();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
      {CAUSED_KINDS.map((kind) => {
        const of = items.filter((one) => one.kind === kind);
        return of.length === 0 ? null : (
          <Typography key={kind} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {t(`drills.caused.kind.${kind}`, { count: of.length })}{' '}
            {of.map(({ id, title }, place) => (
              <span key={id}>
                {place > 0 ? ' · ' : ''}
                <Link component={RouterLink} to={ADDRESS[kind](id)}>
                  {title}
                </Link>
              </span>
            ))}
          </Typography>
        );
      })}
    </Box>
  );
}
