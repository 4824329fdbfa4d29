import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { useVersionWords } from './use-version-words.js';
import { pairTexts, type VersionText, versionTexts } from './version-texts.js';
import { wordDifference } from './word-difference.js';

/** What changed from one version to another, word by word; parts that are the same are not shown. */
export function VersionDifference({ before, after }: { before: AnswerVersion; after: AnswerVersion }) {
  const { t } = useTranslation();
  const words = useVersionWords();
  const changed = pairTexts(versionTexts(before, words), versionTexts(after, words)).filter(
    (pair) => pair.before !== pair.after,
  );
  if (changed.length === 0) return <Typography variant="body2">{t('answers.unchanged')}</Typography>;
  return (
    <Box role="group" aria-label={t('answers.compareLabel')} sx={{ display: 'grid', gap: 2 }}>
      {changed.map(({ text, before: old, after: now }) => (
        <Box key={text.id}>
          <PartName text={text} />
          <Typography
            variant="body1"
            component="div"
            lang={text.language ?? undefined}
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {wordDifference(old, now).map((piece, index) =>
              piece.kind === 'same' ? (
                <span key={index}>{piece.text}</span>
              ) : (
                <Change key={index} kind={piece.kind} text={piece.text} />
              ),
            )}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function PartName({ text }: { text: VersionText }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const name = [
    t(`answers.field.${text.part}`),
    text.language ? format.languageName(text.language) : '',
    text.part === 'text' ? (text.network ? networkName(text.network) : t('answers.everyNetwork')) : '',
  ];
  return (
    <Typography variant="caption" component="h3" sx={{ color: 'text.secondary', fontWeight: 650, m: 0 }}>
      {name.filter(Boolean).join(' · ')}
    </Typography>
  );
}

/** Colour is not the only sign: what came is underlined, what went is struck through. */
function Change({ kind, text }: { kind: 'added' | 'removed'; text: string }) {
  const { t } = useTranslation();
  const added = kind === 'added';
  return (
    <Box
      component={added ? 'ins' : 'del'}
      sx={{
        color: added ? 'success.main' : 'error.main',
        bgcolor: 'action.hover',
        textDecoration: added ? 'underline' : 'line-through',
        textDecorationThickness: 2,
      }}
    >
      <VisuallyHidden>{added ? t('answers.added') : t('answers.removed')} </VisuallyHidden>
      {text}
    </Box>
  );
}
