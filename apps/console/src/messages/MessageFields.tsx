import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type Message, MOST_PROOFS } from '#contract/messages';
import { LOCALES } from '#platform/contract';
import { countWords } from '#rules/messages';
import { Section } from '../inbox/Section.js';

interface MessageFieldsProps {
  name: string;
  /** Its path in the content. */
  field: string;
  message: Message;
  withProofs: boolean;
  /** Messages of answers that stand in no house: one of them can be taken in, so that those answers carry this one. */
  homeless: readonly { key: string; text: string }[];
  errors: Readonly<Record<string, string>>;
  onChange: (message: Message) => void;
  onRemove?: (() => void) | undefined;
}

const COLUMNS = { display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } };

/** One message in both languages, with its proofs. */
export function MessageFields(props: MessageFieldsProps) {
  const { name, field, message, withProofs, homeless, errors, onChange, onRemove } = props;
  const { t } = useTranslation();
  const proofs = message.proofs;
  return (
    <Section
      heading="h2"
      title={name}
      action={
        onRemove ? (
          <Button size="small" onClick={onRemove} aria-label={t('keyMessages.removeMessage', { what: name })}>
            {t('common.remove')}
          </Button>
        ) : null
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {homeless.length > 0 && message.text.fr === '' && message.text.en === '' ? (
          <TextField
            select
            label={t('keyMessages.takeExisting')}
            value=""
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            onChange={({ target }) => {
              const taken = homeless.find(({ key }) => key === target.value);
              if (taken) onChange(takenIn(message, taken));
            }}
          >
            <MenuItem value="">{t('keyMessages.takeNone')}</MenuItem>
            {homeless.map(({ key, text }) => (
              <MenuItem key={key} value={key} sx={{ whiteSpace: 'normal' }}>
                {text}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        <Box sx={COLUMNS}>
          {LOCALES.map((language) => {
            const error =
              errors[`${field}.text.${language}`] ?? errors[`${field}.text`] ?? errors[`${field}.key`];
            return (
              <TextField
                key={language}
                multiline
                label={t(`keyMessages.inLanguage.${language}`, { what: name })}
                value={message.text[language]}
                onChange={({ target }) =>
                  onChange({ ...message, text: { ...message.text, [language]: target.value } })
                }
                error={Boolean(error)}
                helperText={error ?? String(countWords(message.text[language], language))}
                slotProps={{ htmlInput: { lang: language, maxLength: 200 } }}
              />
            );
          })}
        </Box>
        {withProofs ? (
          <>
            {proofs.map((proof, place) => (
              <Box key={place} sx={COLUMNS}>
                {LOCALES.map((language) => (
                  <TextField
                    key={language}
                    size="small"
                    label={t(`keyMessages.inLanguage.${language}`, {
                      what: t('keyMessages.proof', { number: place + 1 }),
                    })}
                    value={proof[language]}
                    onChange={({ target }) =>
                      onChange({
                        ...message,
                        proofs: proofs.map((one, at) =>
                          at === place ? { ...one, [language]: target.value } : one,
                        ),
                      })
                    }
                    slotProps={{ htmlInput: { lang: language, maxLength: 300 } }}
                  />
                ))}
              </Box>
            ))}
            {errors[`${field}.proofs`] ? (
              <Typography variant="caption" color="error">
                {errors[`${field}.proofs`]}
              </Typography>
            ) : null}
            <Button
              size="small"
              sx={{ justifySelf: 'start' }}
              disabled={proofs.length >= MOST_PROOFS}
              onClick={() => onChange({ ...message, proofs: [...proofs, { fr: '', en: '' }] })}
            >
              {t('keyMessages.addProof')}
            </Button>
          </>
        ) : null}
      </Box>
    </Section>
  );
}

/** What answers wrote in one field is often both languages with a dot between them. */
function takenIn(message: Message, { key, text }: { key: string; text: string }): Message {
  const [fr = '', en = ''] = text.split(' · ');
  return { ...message, key, text: { fr, en } };
}
