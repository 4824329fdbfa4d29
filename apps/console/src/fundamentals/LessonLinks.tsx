import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { READY_SCENARIOS } from '#rules/drills';
import { type LessonKey, LINKS_OF_LESSON } from '#rules/fundamentals';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { NAVIGATION } from '../shell/navigation.js';

const ENTRIES = NAVIGATION.flatMap(({ entries }) => entries);

/** High enough to be hit by a finger, one below the other. */
const ROOMY = { display: 'inline-block', py: 0.5 };

/** From a lesson to the drill that exercises it, and to where it is done every day; only what this person may open. */
export function LessonLinks({ lesson }: { lesson: LessonKey }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay();
  const { scenario: key, pages } = LINKS_OF_LESSON[lesson];
  const scenario = READY_SCENARIOS.find((one) => one.key === key)?.scenario;
  const entries = ENTRIES.filter(({ path, permission }) => pages.includes(path) && may(permission));
  return (
    <Section heading="h2" title={t('fundamentals.further')}>
      <Typography>
        {scenario ? t('fundamentals.drilledBy') : t('fundamentals.drilledByAll')}{' '}
        {scenario && may('drills.run') ? (
          <Link component={RouterLink} to={`/drills/scenarios/${key}`}>
            {say(scenario.name)}
          </Link>
        ) : scenario ? (
          <strong>{say(scenario.name)}</strong>
        ) : null}
      </Typography>
      {entries.length > 0 ? (
        <>
          <Typography sx={{ mt: 1 }}>{t('fundamentals.livePages')}</Typography>
          <Box component="ul" sx={{ my: 0.5, pl: 3 }}>
            {entries.map(({ path, name }) => (
              <li key={path}>
                <Link component={RouterLink} to={path} sx={ROOMY}>
                  {t(`shell.${name}`)}
                </Link>
              </li>
            ))}
          </Box>
        </>
      ) : null}
    </Section>
  );
}
