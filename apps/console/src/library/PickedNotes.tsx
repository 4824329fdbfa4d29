import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { readAnswer } from '#contract/answers';
import { useEndpoint } from '../api/use-endpoint.js';
import { useVersionWords } from './use-version-words.js';

/** The part of the notes that a suggestion does not bring itself: levels and key messages. */
export function PickedNotes({ answerId, versionNumber }: { answerId: string; versionNumber: number }) {
  const { t } = useTranslation();
  const words = useVersionWords();
  const answer = useEndpoint(readAnswer, { params: { answerId } }, { staleTime: 60_000 }).data;
  const version = answer?.versions.find(({ number }) => number === versionNumber);
  if (!version) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <UseChips
        labels={[words.levels(version), words.strategy(version)]}
        sensitivity={version.sensitivity === 'low' ? null : words.sensitivity(version)}
      />
      <NoteList title={t('keyMessages.carries')} notes={version.keyMessages.map(({ text }) => text)} />
    </Box>
  );
}

function UseChips({ labels, sensitivity }: { labels: readonly string[]; sensitivity: string | null }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {labels.map((label) => (
        <Chip key={label} label={label} variant="outlined" />
      ))}
      {sensitivity ? <Chip label={sensitivity} color="warning" variant="outlined" /> : null}
    </Box>
  );
}

function NoteList({ title, notes }: { title: string; notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <Box>
      <Typography variant="overline" component="h4">
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
        {notes.map((note, index) => (
          <li key={index}>{note}</li>
        ))}
      </Box>
    </Box>
  );
}
