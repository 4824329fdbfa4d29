import AddIcon from '@mui/icons-material/PersonAdd';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeople, type Person } from '#contract/identity';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { namedLike } from '../shared/named-like.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { Departments } from './Departments.js';
import { LinkDialog, type OneTimeLink } from './LinkDialog.js';
import { PersonDialog } from './PersonDialog.js';
import { PersonRow } from './PersonRow.js';

/** With more people than this one looks for somebody by name. */
const MANY = 12;

/** The people of the workspace and the departments that approve. */
export function PeoplePage() {
  const { t } = useTranslation();
  const may = useMay();
  const reading = useEndpoint(listPeople, {});
  const [writing, setWriting] = useState<{ person: Person | null } | null>(null);
  const [words, setWords] = useState('');
  const people = reading.data?.items ?? [];
  const found = namedLike(people, words, ({ name, email, roles }) =>
    [name, email, ...roles.map((role) => t(`vocabulary.role.${role}`))].join(' '),
  );
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
      {people.length > MANY ? (
        <TextField
          type="search"
          label={t('people.search')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          sx={{ mb: 2, width: { xs: '100%', sm: 360 } }}
        />
      ) : null}
      {reading.data && found.length === 0 ? (
        <EmptyState
          title={t('people.noneFound')}
          action={<Button onClick={() => setWords('')}>{t('people.showAll')}</Button>}
        />
      ) : reading.data ? (
        <Paper
          variant="outlined"
          component="ul"
          aria-label={t('people.title')}
          sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}
        >
          {found.map((person) => (
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
