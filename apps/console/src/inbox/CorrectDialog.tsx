import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctAssessment, type MentionDetail, listMentions, readMention } from '#contract/mentions';
import { levelSchema } from '#contract/classification';
import { HARM_CATEGORIES, INTENTS, SENTIMENTS } from '#rules/classification';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { useNotify } from '../shared/Notices.js';
import { LEVEL_NUMBERS } from '../theme/levels.js';
import { useReasonText } from './use-reason-text.js';

interface CorrectDialogProps {
  open: boolean;
  mention: MentionDetail;
  onClose: () => void;
}

/** Languages that a person may say a text is in. */
const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ar', 'pl', 'tr', 'ru', 'zh', 'ja', 'hi'];

/** A person overrules the automatic judgement, and says why. */
export function CorrectDialog({ open, mention, onClose }: CorrectDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { word } = useReasonText();
  const { assessment } = mention;
  const [level, setLevel] = useState<number>(assessment.level);
  const [harm, setHarm] = useState(assessment.harm);
  const [intent, setIntent] = useState(assessment.intent);
  const [sentiment, setSentiment] = useState(assessment.sentiment);
  const [language, setLanguage] = useState(assessment.language);
  const [reason, setReason] = useState('');
  const correct = useChange(correctAssessment, {
    touches: [readMention, listMentions],
    onDone: () => {
      notify({ text: t('reasons.corrected') });
      onClose();
    },
  });
  const changed =
    level !== assessment.level ||
    harm !== assessment.harm ||
    intent !== assessment.intent ||
    sentiment !== assessment.sentiment ||
    language !== assessment.language;
  return (
    <ConfirmDialog
      open={open}
      title={t('reasons.correct')}
      confirm={t('common.save')}
      busy={correct.isPending}
      disabled={!changed || reason.trim() === ''}
      error={correct.error}
      onConfirm={() =>
        correct.mutate({
          params: { mentionId: mention.id },
          body: {
            reason,
            ...(level === assessment.level ? {} : { level: levelSchema.parse(level) }),
            ...(harm === assessment.harm ? {} : { harm }),
            ...(intent === assessment.intent ? {} : { intent }),
            ...(sentiment === assessment.sentiment
              ? {}
              : { sentiment: SENTIMENTS.find((one) => one === sentiment) }),
            ...(language === assessment.language ? {} : { language }),
          },
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('reasons.correctLead')}
        </Typography>
        <TextField
          select
          label={t('reasons.level.label')}
          value={level}
          onChange={(event) => setLevel(Number(event.target.value))}
        >
          {LEVEL_NUMBERS.map((one) => (
            <MenuItem key={one} value={one}>
              <LevelBadge level={one} />
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('inbox.field.harm')}
          value={harm}
          onChange={(event) => setHarm(event.target.value)}
        >
          {HARM_CATEGORIES.map((one) => (
            <MenuItem key={one} value={one}>
              {word('harm', one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('inbox.field.intent')}
          value={intent}
          onChange={(event) => setIntent(event.target.value)}
        >
          {INTENTS.map((one) => (
            <MenuItem key={one} value={one}>
              {word('intent', one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('corrections.field.sentiment')}
          value={sentiment}
          onChange={(event) => setSentiment(event.target.value)}
        >
          {SENTIMENTS.map((one) => (
            <MenuItem key={one} value={one}>
              {word('sentiment', one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('corrections.field.language')}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        >
          {[...new Set([assessment.language, ...LANGUAGES])].map((one) => (
            <MenuItem key={one} value={one} disabled={one === 'und'}>
              {one === 'und' ? t('vocabulary.languageUnknown') : format.languageName(one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          required
          multiline
          minRows={2}
          label={t('reasons.correctReason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
