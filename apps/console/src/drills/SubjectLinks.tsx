import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Subject } from '#rules/drills';

const ADDRESS: Record<Subject['type'], (id: string) => string> = {
  mention: (id) => `/inbox/${id}?state=all`,
  escalation: (id) => `/escalations/${id}?view=all`,
  incident: (id) => `/incidents/${id}`,
  topic: (id) => `/topics/${id}?realm=training`,
};

const SHOWN = 6;

/** What a figure counts, each opened by a click; the first ones of many. */
export function SubjectLinks({ subjects }: { subjects: readonly Subject[] }) {
  const { t } = useTranslation();
  const distinct = [...new Map(subjects.map((one) => [`${one.type} ${one.id}`, one])).values()];
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25 }}>
      {distinct.slice(0, SHOWN).map(({ type, id }) => (
        <Link
          key={`${type} ${id}`}
          component={RouterLink}
          to={ADDRESS[type](id)}
          variant="body2"
          sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 24 }}
        >
          {t(`drills.opens.${type}`, { id })}
        </Link>
      ))}
      {distinct.length > SHOWN ? (
        <Typography component="span" variant="body2">
          {t('drills.opens.more', { count: distinct.length - SHOWN })}
        </Typography>
      ) : null}
    </Box>
  );
}
