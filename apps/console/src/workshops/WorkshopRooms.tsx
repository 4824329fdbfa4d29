import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Plan, Room } from '#contract/workshops';
import { Section } from '../inbox/Section.js';

/** How the place is prepared: roles, and rooms with their links and whoever holds the rules there. */
export function WorkshopRooms({ plan, rooms }: { plan: Plan; rooms: readonly Room[] }) {
  const { t } = useTranslation();
  return (
    <Section heading="h2" title={t('workshops.roomPlan')}>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {plan.roomPlan || '–'}
      </Typography>
      {rooms.length > 0 ? (
        <Box component="ul" sx={{ m: 0, mt: 1, paddingInlineStart: 2.5, typography: 'body2' }}>
          {rooms.map(({ name, link, keeper }) => (
            <Box component="li" key={name} sx={{ overflowWrap: 'anywhere' }}>
              {link ? (
                <Link href={link} target="_blank" rel="noopener noreferrer">
                  {name}
                </Link>
              ) : (
                name
              )}
              {keeper === '' ? '' : ` · ${t('workshops.groups.keeper', { name: keeper })}`}
            </Box>
          ))}
        </Box>
      ) : null}
      {plan.roles.length > 0 ? (
        <>
          <Typography variant="overline" component="h3" sx={{ mt: 1 }}>
            {t('workshops.roles')}
          </Typography>
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
            {plan.roles.map(({ name, text }) => (
              <Box component="li" key={name} sx={{ overflowWrap: 'anywhere' }}>
                <strong>{name}</strong>
                {text === '' ? '' : ` : ${text}`}
              </Box>
            ))}
          </Box>
        </>
      ) : null}
    </Section>
  );
}
