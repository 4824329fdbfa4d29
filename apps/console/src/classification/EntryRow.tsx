import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeLexiconEntry,
  type LexiconEntryView,
  listLexicon,
  removeLexiconEntry,
} from '#contract/classification';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { useCategoryName } from './use-category-name.js';

export function EntryRow({ entry, onChange }: { entry: LexiconEntryView; onChange: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const notify = useNotify();
  const categoryName = useCategoryName();
  const [removing, setRemoving] = useState(false);
  const params = { entryId: entry.id };
  const change = useChange(changeLexiconEntry, { touches: [listLexicon] });
  const remove = useChange(removeLexiconEntry, {
    touches: [listLexicon],
    onDone: () => {
      setRemoving(false);
      notify({ text: t('classification.removed', { term: entry.term }) });
    },
  });
  return (
    <Box
      component="li"
      sx={{
        px: 2,
        py: 0.75,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography
        variant="body2"
        lang={entry.language}
        sx={{
          flex: '1 1 180px',
          fontWeight: 600,
          color: entry.active ? 'text.primary' : 'text.secondary',
          textDecoration: entry.active ? 'none' : 'line-through',
        }}
      >
        {entry.term}
      </Typography>
      <Chip label={categoryName(entry.category)} variant="outlined" />
      <Typography variant="caption" sx={{ color: 'text.secondary', minWidth: 120 }}>
        {format.languageName(entry.language)} · {t('classification.weight')} {format.number(entry.weight)}
        {entry.active ? '' : ` · ${t('classification.inactive')}`}
      </Typography>
      {may('lexicon.write') ? (
        <Box>
          <Button
            size="small"
            loading={change.isPending}
            onClick={() => change.mutate({ params, body: { active: !entry.active } })}
          >
            {t(entry.active ? 'classification.deactivate' : 'classification.activate')}
          </Button>
          <Button
            size="small"
            onClick={onChange}
            aria-label={t('classification.changeOf', { term: entry.term })}
          >
            {t('classification.change')}
          </Button>
          <Button
            size="small"
            color="error"
            onClick={() => setRemoving(true)}
            aria-label={t('classification.removeOf', { term: entry.term })}
          >
            {t('classification.remove')}
          </Button>
        </Box>
      ) : null}
      {removing ? (
        <ConfirmDialog
          open
          title={t('classification.removeTitle', { term: entry.term })}
          confirm={t('classification.remove')}
          colour="error"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ params })}
          onClose={() => setRemoving(false)}
        >
          <Typography variant="body2">{t('classification.removeText')}</Typography>
        </ConfirmDialog>
      ) : null}
    </Box>
  );
}
