import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { LessonProgress } from '#contract/fundamentals';
import { lessonOf, NEED_DAYS } from '#rules/fundamentals';
import { useFormat } from '../i18n/format.js';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useRealm } from '../shell/realm.js';

/** Lessons that something speaks for: what was counted, in words, with what it is. */
export function SuggestedLessons({ items }: { items: readonly LessonProgress[] }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const suggested = items.filter((item) => item.suggested.length > 0);
  if (suggested.length === 0) return null;
  return (
    <Section heading="h2" title={t('fundamentals.suggested')}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('fundamentals.suggestedLead', { days: NEED_DAYS })}
      </Typography>
      {suggested.map(({ lesson, suggested: reasons }) => (
        <Box key={lesson} sx={{ mt: 1.5 }}>
          <Typography variant="h3">
            <Link component={RouterLink} to={`/fundamentals/${lesson}`}>
              {say(lessonOf(lesson).title)}
            </Link>
          </Typography>
          {reasons.map((reason) => (
            <Reason key={`${reason.kind} ${reason.realm}`} reason={reason} />
          ))}
        </Box>
      ))}
    </Section>
  );
}

function Reason({ reason }: { reason: LessonProgress['suggested'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setRealm } = useRealm();
  const { kind, realm, count, signs } = reason;
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography variant="body2">
        {t(`fundamentals.need.${kind}`, { count })}{' '}
        {realm === 'training' ? <Chip size="small" label={t('fundamentals.training')} /> : null}
      </Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {count > signs.length
          ? t('fundamentals.countedLatest', { count: signs.length })
          : t('fundamentals.counted')}
        <Box
          component="ul"
          sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1.5, m: 0, p: 0, pl: 1 }}
        >
          {signs.map(({ at, path }) => (
            <Box component="li" key={`${path} ${at}`} sx={{ listStyle: 'none' }}>
              <Link component={RouterLink} to={path} onClick={() => setRealm(realm)}>
                {format.dateTime(at)}
              </Link>
            </Box>
          ))}
        </Box>
      </Typography>
    </Box>
  );
}
