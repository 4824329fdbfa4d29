import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { MessageSetDetail, MessageVersion } from '#contract/messages';
import { useLocalised } from '../i18n/localised.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';

/** Which messages of a version came of a workshop; nothing where none did. */
export function MessageOrigins({ set, version }: { set: MessageSetDetail; version: MessageVersion }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay();
  const placed = [...(version.umbrella ? [version.umbrella] : []), ...version.messages];
  const origins = set.origins.flatMap(({ key, workshop }) => {
    const message = placed.find((one) => one.key === key);
    return message ? [{ message, workshop }] : [];
  });
  if (origins.length === 0) return null;
  return (
    <Section heading="h2" title={t('keyMessages.origins')}>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
        {origins.map(({ message, workshop }) => (
          <Box component="li" key={message.key} sx={{ overflowWrap: 'anywhere' }}>
            {say(message.text)}
            {' · '}
            {may('workshops.read') ? (
              <Link component={RouterLink} to={`/workshops/${workshop.id}`}>
                {workshop.title}
              </Link>
            ) : (
              workshop.title
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
