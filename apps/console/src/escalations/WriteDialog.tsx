import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EscalationDetail } from '#contract/escalation';
import { type Locale, LOCALES } from '#platform/contract';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';

interface WriteDialogProps {
  detail: EscalationDetail;
  busy: boolean;
  error: Error | null;
  onWrite: (draft: { language: Locale; question: string; body: string }) => void;
  onClose: () => void;
}

/** The missing answer: written here, it goes into the library as a draft with everything attached. */
export function WriteDialog({ detail, busy, error, onWrite, onClose }: WriteDialogProps) {
  const { t, i18n } = useTranslation();
  const spoken = detail.mentionSummaries[0]?.language ?? i18n.language;
  const [language, setLanguage] = useState<Locale>(LOCALES.find((one) => one === spoken) ?? 'fr');
  const [question, setQuestion] = useState(detail.question.slice(0, 300));
  const [body, setBody] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('escalations.writeTitle')}
      confirm={t('escalations.writeAnswer')}
      busy={busy}
      error={error}
      disabled={question.trim() === '' || body.trim() === ''}
      onConfirm={() => onWrite({ language, question: question.trim(), body: body.trim() })}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <Typography variant="body2">{t('escalations.writeHint')}</Typography>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={language}
          aria-label={t('escalations.writeLanguage')}
          onChange={(_, next: Locale | null) => next && setLanguage(next)}
        >
          {LOCALES.map((code) => (
            <ToggleButton key={code} value={code} sx={{ px: 2 }}>
              {code.toUpperCase()}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <TextField
          label={t('escalations.writeQuestion')}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
        <TextField
          autoFocus
          multiline
          minRows={5}
          label={t('escalations.writeBody')}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
        />
      </Stack>
    </ConfirmDialog>
  );
}
