import SendIcon from '@mui/icons-material/Send';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemKind } from '#contract/workshops';
import { Choice } from './BriefFields.js';

interface WriteFormProps {
  /** What can be written down now; at least one. */
  kinds: readonly ItemKind[];
  /** What the field holds at first: something that was refused comes back. */
  text?: string;
  onWrite: (kind: ItemKind, text: string) => void;
}

/** One field; Enter sends, with Shift it begins a new line. */
export function WriteForm({ kinds, text: given = '', onWrite }: WriteFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(given);
  const [chosen, setChosen] = useState<ItemKind | null>(null);
  const kind = kinds.find((one) => one === chosen) ?? kinds[0];
  if (!kind) return null;
  const write = () => {
    if (text.trim() === '') return;
    onWrite(kind, text.trim());
    setText('');
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
      sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      {kinds.length > 1 ? (
        <Choice
          label={t('workshops.room.kind')}
          value={kind}
          options={kinds.map((one) => [one, t(`workshops.kind.${one}`)])}
          onChange={setChosen}
        />
      ) : null}
      <TextField
        multiline
        minRows={2}
        label={t(`workshops.write.${kind}`)}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          write();
        }}
        slotProps={{ htmlInput: { maxLength: 1000, enterKeyHint: 'send' } }}
      />
      <Box>
        <Button type="submit" variant="contained" startIcon={<SendIcon />} disabled={text.trim() === ''}>
          {t('workshops.room.send')}
        </Button>
      </Box>
    </Box>
  );
}
