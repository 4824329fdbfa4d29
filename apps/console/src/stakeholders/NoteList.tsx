import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listStakeholderNotes, type StakeholderNoteView } from '#contract/stakeholders';
import { usePages } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useMay } from '../session/session.js';
import { KeysetList } from '../shared/KeysetList.js';
import { NoteDialog } from './NoteDialog.js';

/** What is known of a stakeholder, by hand and from workshops: who wrote it, when, and where it was said. */
export function NoteList({ stakeholderId, writes }: { stakeholderId: string; writes: boolean }) {
  const { t } = useTranslation();
  /** Null: no dialog; 'new', or the note that is corrected. */
  const [writing, setWriting] = useState<StakeholderNoteView | 'new' | null>(null);
  const notes = usePages(listStakeholderNotes, { params: { stakeholderId }, query: { limit: 10 } });
  return (
    <Section
      heading="h2"
      title={t('stakeholders.notes')}
      action={
        writes ? (
          <Button size="small" onClick={() => setWriting('new')}>
            {t('stakeholders.writeNote')}
          </Button>
        ) : null
      }
    >
      <KeysetList
        query={notes}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('stakeholders.noNotes')}
          </Typography>
        }
      >
        {(items) => (
          <Box component="ol" aria-label={t('stakeholders.notes')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {items.map((note) => (
              <Note
                key={note.id}
                note={note}
                onCorrect={writes && note.workshop === null ? () => setWriting(note) : null}
              />
            ))}
          </Box>
        )}
      </KeysetList>
      {writing ? (
        <NoteDialog
          stakeholderId={stakeholderId}
          note={writing === 'new' ? null : writing}
          onClose={() => setWriting(null)}
        />
      ) : null}
    </Section>
  );
}

function Note({ note, onCorrect }: { note: StakeholderNoteView; onCorrect: (() => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { text, saidBy, workshop, by, at, corrected, earlier } = note;
  return (
    <Box component="li" sx={{ py: 0.75, typography: 'body2', overflowWrap: 'anywhere' }}>
      <Box component="span" sx={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Box>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {workshop ? (
          <>
            {saidBy ?? t('workshops.anonymous')} ·{' '}
            {may('workshops.read') ? (
              <Link component={RouterLink} to={`/workshops/${workshop.id}`}>
                {t('stakeholders.noteFrom', { title: workshop.title })}
              </Link>
            ) : (
              t('stakeholders.noteFrom', { title: workshop.title })
            )}
            {' · '}
            {t('stakeholders.noteBy', { name: by, day: format.date(at) })}
          </>
        ) : (
          t('stakeholders.noteByHand', { name: by, day: format.date(at) })
        )}
        {corrected
          ? ` · ${t('stakeholders.noteCorrected', { name: corrected.by, time: format.dateTime(corrected.at) })}`
          : ''}
      </Typography>
      {earlier.length > 0 ? (
        <Box component="details" sx={{ typography: 'caption' }}>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
            {t('stakeholders.noteEarlier', { count: earlier.length })}
          </Box>
          <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
            {earlier.map((one) => (
              <Box component="li" key={one.at}>
                <Box component="span" sx={{ whiteSpace: 'pre-wrap' }}>
                  {one.text}
                </Box>
                {` · ${one.by}, ${format.dateTime(one.at)}`}
              </Box>
            ))}
          </Box>
        </Box>
      ) : null}
      {onCorrect ? (
        <Button
          size="small"
          onClick={onCorrect}
          aria-label={`${t('stakeholders.correctNote')}: ${text.slice(0, 60)}`}
        >
          {t('stakeholders.correctNote')}
        </Button>
      ) : null}
    </Box>
  );
}
