import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { KeyMessage } from '#contract/answers';
import { listOfferedMessages } from '#contract/messages';
import { useEndpoint } from '../api/use-endpoint.js';

interface KeyMessageFieldsProps {
  messages: readonly KeyMessage[];
  topicId: string | null;
  /** Words for the fields at fault, by path. */
  errors: Readonly<Record<string, string>>;
  onChange: (messages: KeyMessage[]) => void;
}

const MOST = 10;

/**
 * The messages that an answer carries, chosen among those in force: of the answer's topic first, then of the organisation,
 * then the others. The words are kept with the answer as they were chosen, because they are approved with it.
 */
export function KeyMessageFields({ messages, topicId, errors, onChange }: KeyMessageFieldsProps) {
  const { t } = useTranslation();
  const offered = useEndpoint(listOfferedMessages, {}).data?.items;
  const places = new Map(
    offered?.map(({ key, topic }) => [key, topic?.name ?? t('keyMessages.organisation')]),
  );
  const nearness = (topic: { id: string } | null) => (topic?.id === topicId ? 0 : topic === null ? 1 : 2);
  const options = [...(offered ?? [])]
    .sort((a, b) => nearness(a.topic) - nearness(b.topic))
    .map(({ key, text }): KeyMessage => ({ id: key, text: bothLanguages(text) }));
  const error = Object.entries(errors).find(([field]) => field.startsWith('keyMessages'))?.[1];
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options}
      value={[...messages]}
      getOptionLabel={({ text }) => text}
      getOptionKey={({ id }) => id}
      groupBy={({ id }) => places.get(id) ?? ''}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      getOptionDisabled={({ id }) => messages.length >= MOST && !messages.some((one) => one.id === id)}
      noOptionsText={t('keyMessages.pickNone')}
      onChange={(_, chosen) => onChange(chosen)}
      renderInput={(input) => (
        <TextField
          {...input}
          label={t('keyMessages.pick')}
          error={Boolean(error)}
          helperText={error ?? t('keyMessages.pickHint')}
        />
      )}
    />
  );
}

function bothLanguages({ fr, en }: { fr: string; en: string }): string {
  return [fr, en]
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 300);
}
