import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import List from '@mui/material/List';
import Paper from '@mui/material/Paper';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listAnswers } from '#contract/answers';
import { usePages } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { useRealm } from '../shell/realm.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { MessageGapsNote } from '../messages/MessageGaps.js';
import { AnswerRow } from './AnswerRow.js';
import { LibraryFilters } from './LibraryFilters.js';
import { useLibraryFilter } from './use-library-filter.js';

/** The library: every answer with the state of its newest version, searched and filtered. */
export function LibraryPage() {
  const { t } = useTranslation();
  const may = useMay();
  const departmentName = useDepartmentName();
  const { realm } = useRealm();
  const { filter, setFilter, filtered } = useLibraryFilter();
  const answers = usePages(listAnswers, { query: { ...filter, realm, limit: 50 } });
  const newAnswer = may('answers.write') ? (
    <Button component={RouterLink} to="/library/new" variant="contained" startIcon={<AddIcon />}>
      {t('answers.new')}
    </Button>
  ) : null;
  return (
    <PageBody>
      <PageHeader
        title={t('answers.title')}
        lead={t('answers.lead')}
        actions={
          <>
            <Button component={RouterLink} to="/library/exchange" variant="outlined">
              {t('library.filesLink')}
            </Button>
            {newAnswer}
          </>
        }
      />
      <MessageGapsNote />
      <LibraryFilters filter={filter} onFilter={setFilter} />
      {filter.awaitingDepartmentId ? (
        <Chip
          sx={{ mb: 2 }}
          label={t('answers.awaitingDepartment', { department: departmentName(filter.awaitingDepartmentId) })}
          onDelete={() => setFilter({ ...filter, awaitingDepartmentId: undefined })}
        />
      ) : null}
      <KeysetList
        query={answers}
        empty={
          filtered ? (
            <EmptyState
              title={t('answers.noneFound')}
              text={t('answers.noneFoundText')}
              action={<Button onClick={() => setFilter({})}>{t('answers.clearFilters')}</Button>}
            />
          ) : (
            <EmptyState title={t('answers.none')} text={t('answers.noneText')} action={newAnswer} />
          )
        }
      >
        {(items) => (
          <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
            <List disablePadding aria-label={t('answers.title')}>
              {items.map((answer) => (
                <Box component="li" key={answer.id} sx={{ listStyle: 'none' }}>
                  <AnswerRow answer={answer} />
                </Box>
              ))}
            </List>
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}
