import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerVersion } from '#contract/answers';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { useVersionWords } from './use-version-words.js';
import { pairTexts, type VersionText, versionTexts } from './version-texts.js';
import { type DifferencePiece, wordDifference } from './word-difference.js';

/**
 * What changed from one version to another, word by word; parts that are the same are not shown. Side by side where
 * there is room; on a phone one text, with what went struck through.
 */
export function VersionDifference({ before, after }: { before: AnswerVersion; after: AnswerVersion }) {
  const { t } = useTranslation();
  const words = useVersionWords();
  const changed = pairTexts(versionTexts(before, words), versionTexts(after, words)).filter(
    (pair) => pair.before !== pair.after,
  );
  if (changed.length === 0) return <Typography variant="body2">{t('answers.unchanged')}</Typography>;
  return (
    <Box role="group" aria-label={t('answers.compareLabel')} sx={{ display: 'grid', gap: 2 }}>
      {changed.map(({ text, before: old, after: now }) => {
        const pieces = wordDifference(old, now);
        return (
          <Box key={text.id}>
            <PartName text={text} />
            <Box sx={{ display: { xs: 'block', md: 'none' } }}>
              <Reading language={text.language}>
                <Pieces pieces={pieces} />
              </Reading>
            </Box>
            <Box
              sx={{
                display: { xs: 'none', md: 'grid' },
                gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
                gap: 2,
                mt: 0.5,
              }}
            >
              <Side number={before.number} language={text.language}>
                <Pieces pieces={pieces.filter(({ kind }) => kind !== 'added')} />
              </Side>
              <Side number={after.number} language={text.language}>
                <Pieces pieces={pieces.filter(({ kind }) => kind !== 'removed')} />
              </Side>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

interface ReadingProps {
  language: string | null;
  children: ReactNode;
}

function Side({ number, ...reading }: ReadingProps & { number: number }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, bgcolor: 'background.default' }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {t('library.beforeColumn', { number })}
      </Typography>
      <Reading {...reading} />
    </Box>
  );
}

function Reading({ language, children }: ReadingProps) {
  return (
    <Typography
      variant="body1"
      component="div"
      lang={language ?? undefined}
      sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {children}
    </Typography>
  );
}

function Pieces({ pieces }: { pieces: readonly DifferencePiece[] }) {
  return pieces.map((piece, index) =>
    piece.kind === 'same' ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <Change key={index} kind={piece.kind} text={piece.text} />
    ),
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
