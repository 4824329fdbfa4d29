import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { DrillDetail } from '#contract/drills';
import type { Subject } from '#rules/drills';
import { useTopicNames } from '../inbox/use-topics.js';

const ADDRESS: Record<Subject['type'], (id: string) => string> = {
  mention: (id) => `/inbox/${id}?state=all`,
  escalation: (id) => `/escalations/${id}?view=all`,
  incident: (id) => `/incidents/${id}`,
  topic: (id) => `/topics/${id}?realm=training`,
};

const SHOWN = 6;

/** What a figure counts, each opened by a click; the first ones of many, and the others when they are asked for. */
export function SubjectLinks({
  subjects,
  injects,
}: {
  subjects: readonly Subject[];
  /** Whose mentions are called by their author. */
  injects: DrillDetail['injects'];
}) {
  const { t } = useTranslation();
  const topics = useTopicNames();
  const nameOf = ({ type, id }: Subject) => {
    const author = type === 'mention' ? injects.find(({ mentionId }) => mentionId === id)?.author : undefined;
    if (author) return t('drills.opens.mentionOf', { name: author.name });
    return (type === 'topic' ? topics.get(id) : undefined) ?? t(`drills.opens.${type}`, { id });
  };
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
          {nameOf({ type, id })}
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
