import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { lessonOf, lessonsRehearsedBy } from '#rules/fundamentals';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';

/** The lessons that a ready scenario exercises: to be read before, or after it went wrong. */
export function RehearsedLessons({ scenario }: { scenario: string }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const lessons = lessonsRehearsedBy(scenario);
  if (lessons.length === 0) return null;
  return (
    <Section heading="h2" title={t('drills.rehearses')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
        {lessons.map((key) => (
          <li key={key}>
            <Link
              component={RouterLink}
              to={`/fundamentals/${key}`}
              // High enough to be hit by a finger, one below the other.
              sx={{ display: 'inline-block', py: 0.5 }}
            >
              {say(lessonOf(key).title)}
            </Link>
          </li>
        ))}
      </Box>
    </Section>
  );
}
