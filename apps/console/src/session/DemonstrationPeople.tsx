import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { workspaceSchema } from '#contract/identity';
import { useLocalised } from '../i18n/localised.js';
import { Initials } from '../shared/Initials.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';

export type DemonstrationPerson = z.output<typeof workspaceSchema>['demonstrationPeople'][number];

interface DemonstrationPeopleProps {
  people: readonly DemonstrationPerson[];
  busy: boolean;
  onPick: (person: DemonstrationPerson) => void;
}

/** One card per invented person: a click signs in. */
export function DemonstrationPeople({ people, busy, onPick }: DemonstrationPeopleProps) {
  const { t } = useTranslation();
  const say = useLocalised();
  return (
    <>
      <Typography variant="h2">{t('signIn.demonstration')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('signIn.demonstrationText')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {people.map((person) => (
          <ButtonBase
            key={person.email}
            disabled={busy}
            onClick={() => onPick(person)}
            sx={{
              display: 'flex',
              justifyContent: 'flex-start',
              textAlign: 'start',
              gap: 1.5,
              p: 1.25,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              '&:hover': { borderColor: 'primary.main', bgcolor: 'action.hover' },
            }}
          >
            <Initials name={person.name} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                <VisuallyHidden>{t('signIn.signInAs')} </VisuallyHidden>
                {person.name}
              </Typography>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {say(person.title)}
              </Typography>
            </Box>
          </ButtonBase>
        ))}
      </Box>
    </>
  );
}
