import AddIcon from '@mui/icons-material/PersonAdd';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeople, type Person } from '#contract/identity';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { Departments } from './Departments.js';
import { LinkDialog, type OneTimeLink } from './LinkDialog.js';
import { PersonDialog } from './PersonDialog.js';
import { PersonRow } from './PersonRow.js';

/** The people of the workspace and the departments that approve. */
export function PeoplePage() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(listPeople, {});
  const [writing, setWriting] = useState<{ person: Person | null } | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  return (
    <PageBody>
      <PageHeader
        title={t('people.title')}
        lead={t('people.lead')}
        actions={
          may('people.write') ? (
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setWriting({ person: null })}>
              {t('people.invite')}
            </Button>
          ) : null
        }
      />
      {reading.data ? (
        <Paper
          variant="outlined"
          component="ul"
          aria-label={t('people.title')}
          sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
        >
          {reading.data.items.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              onChange={() => setWriting({ person })}
              onLink={setLink}
            />
          ))}
        </Paper>
      ) : reading.error ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : (
        <LoadingState rows={8} />
      )}
      <Box sx={{ mt: 4 }}>
        <Departments />
      </Box>
      {writing ? (
        <PersonDialog person={writing.person} onLink={setLink} onClose={() => setWriting(null)} />
      ) : null}
      {link ? <LinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </PageBody>
  );
}
