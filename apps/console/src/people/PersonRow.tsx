import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson, listPeople, type Person, renewInvitation } from '#contract/identity';
import { useChange } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { DepartmentChips } from '../shared/DepartmentChips.js';
import { Initials } from '../shared/Initials.js';
import { PersonName } from '../shared/PersonName.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import type { OneTimeLink } from './LinkDialog.js';

interface PersonRowProps {
  person: Person;
  onChange: () => void;
  onLink: (link: OneTimeLink) => void;
}

export function PersonRow({ person, onChange, onLink }: PersonRowProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<'deactivate' | 'link' | null>(null);
  const change = useChange(changePerson, { touches: [listPeople], onDone: () => setAsking(null) });
  const renew = useChange(renewInvitation, {
    touches: [listPeople],
    onDone: ({ invitationPath }) => {
      setAsking(null);
      onLink({ name: person.name, path: invitationPath });
    },
  });
  const params = { personId: person.id };
  return (
    <Box
      component="li"
      sx={{
        px: 2,
        py: 1.25,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Initials name={person.name} />
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          <PersonName person={person} />
        </Typography>
        <Typography
          variant="caption"
          component="p"
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {person.email}
        </Typography>
      </Box>
      <Box sx={{ flex: '1 1 220px', display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {person.roles.map((role) => (
          <Chip key={role} label={t(`vocabulary.role.${role}`)} />
        ))}
        <DepartmentChips departmentIds={person.departmentIds} />
        {person.invited && person.active ? (
          <Chip label={t('people.invited')} color="warning" variant="outlined" />
        ) : null}
        {person.active ? null : <Chip label={t('people.inactive')} color="error" variant="outlined" />}
      </Box>
      {may('people.write') ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          <Button size="small" onClick={onChange} aria-label={t('people.changeOf', { name: person.name })}>
            {t('people.change')}
          </Button>
          {person.active ? (
            <>
              <Button size="small" onClick={() => setAsking('link')}>
                {t('people.newLink')}
              </Button>
              <Button size="small" color="error" onClick={() => setAsking('deactivate')}>
                {t('people.deactivate')}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              loading={change.isPending}
              onClick={() => change.mutate({ params, body: { active: true } })}
            >
              {t('people.reactivate')}
            </Button>
          )}
        </Box>
      ) : null}
      <ProblemAlert error={asking ? null : change.error} />
      <ConfirmDialog
        open={asking === 'deactivate'}
        title={t('people.deactivateTitle', { name: person.name })}
        confirm={t('people.deactivate')}
        colour="error"
        busy={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate({ params, body: { active: false } })}
        onClose={() => setAsking(null)}
      >
        <Typography variant="body2">{t('people.deactivateText')}</Typography>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'link'}
        title={t('people.newLinkTitle', { name: person.name })}
        confirm={t('people.newLink')}
        busy={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate({ params })}
        onClose={() => setAsking(null)}
      >
        <Typography variant="body2">{t('people.newLinkText')}</Typography>
      </ConfirmDialog>
    </Box>
  );
}
