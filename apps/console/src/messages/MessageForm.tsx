import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import {
  type Message,
  type MessageContent,
  type MessageSetKind,
  MOST_MESSAGES,
  readMessageGaps,
} from '#contract/messages';
import { LOCALES } from '#platform/contract';
import { languagesOf, MAP_MEASURE, spokenLength } from '#rules/messages';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { Section } from '../inbox/Section.js';
import { useDepartmentName, useDepartments } from '../shared/DepartmentChips.js';
import { nextMessage } from './message-draft.js';
import { MessageFields } from './MessageFields.js';

interface MessageFormProps {
  kind: MessageSetKind;
  content: MessageContent;
  /** Words for the fields at fault, by path. */
  errors: Readonly<Record<string, string>>;
  onChange: (content: MessageContent) => void;
}

/** Everything that an author writes of a house or a map; a map is counted while one types. */
export function MessageForm({ kind, content, errors, onChange }: MessageFormProps) {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  const departmentName = useDepartmentName();
  const known = useEndpoint(readMessageGaps, {}).data?.homeless ?? [];
  const change = (part: Partial<MessageContent>) => onChange({ ...content, ...part });
  const used = new Set([content.umbrella?.key, ...content.messages.map(({ key }) => key)]);
  const homeless = known.filter(({ key }) => !used.has(key));
  const name = (index: number) =>
    t(kind === 'house' ? 'keyMessages.pillar' : 'keyMessages.message', { number: index + 1 });
  const put = (place: number, next: Message) =>
    change({ messages: content.messages.map((one, index) => (index === place ? next : one)) });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Alert severity="info" variant="outlined">
        {t(`keyMessages.method.${kind}`)}
      </Alert>
      {kind === 'map' ? (
        <Section heading="h2" title={t('keyMessages.concern')}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
            {LOCALES.map((language) => (
              <TextField
                key={language}
                label={t(`keyMessages.inLanguage.${language}`, { what: t('keyMessages.concern') })}
                value={content.concern[language]}
                onChange={({ target }) =>
                  change({ concern: { ...content.concern, [language]: target.value } })
                }
                error={Boolean(errors[`concern.${language}`] ?? errors['concern'])}
                helperText={errors[`concern.${language}`] ?? errors['concern']}
                slotProps={{ htmlInput: { lang: language, maxLength: 300 } }}
              />
            ))}
          </Box>
        </Section>
      ) : null}
      {content.umbrella ? (
        <MessageFields
          name={t('keyMessages.umbrella')}
          field="umbrella"
          message={content.umbrella}
          withProofs={false}
          homeless={homeless}
          errors={errors}
          onChange={(umbrella) => change({ umbrella })}
        />
      ) : null}
      {content.messages.map((message, index) => (
        <MessageFields
          key={index}
          name={name(index)}
          field={`messages.${index}`}
          message={message}
          withProofs
          homeless={homeless}
          errors={errors}
          onChange={(next) => put(index, next)}
          onRemove={
            kind === 'house' && content.messages.length > 1
              ? () => change({ messages: content.messages.filter((_, place) => place !== index) })
              : undefined
          }
        />
      ))}
      {content.messages.length < MOST_MESSAGES ? (
        <Button
          variant="outlined"
          sx={{ justifySelf: 'start' }}
          onClick={() => change({ messages: [...content.messages, nextMessage()] })}
        >
          {t('keyMessages.addPillar')}
        </Button>
      ) : null}
      {kind === 'map' ? <MapCount messages={content.messages} /> : null}
      <Autocomplete
        multiple
        disableCloseOnSelect
        options={departments.map(({ id }) => id)}
        getOptionLabel={departmentName}
        value={content.departmentIds}
        onChange={(_, departmentIds) => change({ departmentIds })}
        renderInput={(input) => (
          <TextField
            {...input}
            required
            label={t('keyMessages.departments')}
            error={Boolean(errors['departmentIds'])}
            helperText={errors['departmentIds']}
          />
        )}
      />
    </Box>
  );
}

/** How long the three messages are, against nine seconds and 27 words. */
function MapCount({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languages = languagesOf(messages);
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1 }}>
      {languages.map((language) => {
        const { words, seconds, fits } = spokenLength(
          messages.map(({ text }) => text[language]),
          language,
        );
        return (
          <Alert key={language} severity={fits ? 'success' : 'warning'} variant="outlined">
            {t('keyMessages.counted', {
              language: format.languageName(language),
              words,
              most: MAP_MEASURE.words,
              seconds: format.number(seconds),
            })}{' '}
            · <strong>{t(fits ? 'keyMessages.fits' : 'keyMessages.tooLong')}</strong>
          </Alert>
        );
      })}
    </Box>
  );
}
