import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { KeyMessage } from '#contract/answers';
import { nextKeyMessage } from './answer-draft.js';

interface KeyMessageFieldsProps {
  messages: readonly KeyMessage[];
  /** Words for the fields at fault, by path. */
  errors: Readonly<Record<string, string>>;
  onChange: (messages: KeyMessage[]) => void;
}

const MOST = 10;

/** The messages that an answer carries, one field each; an id stays with its message when the words change. */
export function KeyMessageFields({ messages, errors, onChange }: KeyMessageFieldsProps) {
  const { t } = useTranslation();
  return (
    <Box role="group" aria-label={t('library.keyMessages')} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <strong>{t('library.keyMessages')}</strong> · {t('library.keyMessagesHint')}
      </Typography>
      {messages.map((message, index) => {
        const error = errors[`keyMessages.${index}.text`] ?? errors[`keyMessages.${index}.id`];
        return (
          <Box key={message.id} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
            <TextField
              fullWidth
              multiline
              label={t('library.keyMessage', { number: index + 1 })}
              value={message.text}
              onChange={({ target }) =>
                onChange(
                  messages.map((one, place) => (place === index ? { ...one, text: target.value } : one)),
                )
              }
              error={Boolean(error)}
              helperText={error}
              slotProps={{ htmlInput: { maxLength: 300 } }}
            />
            <IconButton
              aria-label={t('library.removeKeyMessage', { number: index + 1 })}
              onClick={() => onChange(messages.filter((_, place) => place !== index))}
            >
              <DeleteIcon />
            </IconButton>
          </Box>
        );
      })}
      <Button
        startIcon={<AddIcon />}
        sx={{ justifySelf: 'start' }}
        disabled={messages.length >= MOST}
        onClick={() => onChange([...messages, nextKeyMessage()])}
      >
        {t('library.addKeyMessage')}
      </Button>
    </Box>
  );
}
