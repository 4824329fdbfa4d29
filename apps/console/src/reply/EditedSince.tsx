import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Reply } from '#contract/replies';
import { useFormat } from '../i18n/format.js';

/** What the post said when the reply was picked or looked at last, and what it says now. */
export function EditedSince({ reply: { edited, second, hold } }: { reply: Reply }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!edited) return null;
  const texts = [
    ['reply.editedBefore', edited.before],
    ['reply.editedNow', edited.now],
  ] as const;
  return (
    <>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {t('reply.editedSince', { when: format.dateTime(edited.at) })}
      </Typography>
      {texts.map(([name, text]) =>
        text === null ? null : (
          <Typography
            key={name}
            variant="body2"
            sx={{ mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            <strong>{t(name)}</strong> {text}
          </Typography>
        ),
      )}
      {hold?.kind === 'edited' && second ? (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {t('reply.editedSecond')}
        </Typography>
      ) : null}
    </>
  );
}
