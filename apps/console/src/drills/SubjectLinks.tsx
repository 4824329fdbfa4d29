import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useState } from 'react';
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

/** What a figure counts, each opened by a click; the first ones of many, and the others when they are asked for. */
export function SubjectLinks({ subjects }: { subjects: readonly Subject[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const distinct = [...new Map(subjects.map((one) => [`${one.type} ${one.id}`, one])).values()];
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25 }}>
      {distinct.slice(0, all ? undefined : SHOWN).map(({ type, id }) => (
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
      {distinct.length > SHOWN && !all ? (
        <Link component="button" type="button" variant="body2" onClick={() => setAll(true)}>
          {t('drills.opens.more', { count: distinct.length - SHOWN })}
        </Link>
      ) : null}
    </Box>
  );
}
