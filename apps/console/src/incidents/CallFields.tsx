import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '#contract/crisis';

type Call = IncidentDetail['call'];

/** Where the crisis cell meets. */
export function CallFields({ call, onCall }: { call: Call; onCall: (call: Call) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        type="url"
        fullWidth
        label={t('incidents.callLink')}
        value={call.link}
        onChange={({ target }) => onCall({ ...call, link: target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <TextField
        type="tel"
        fullWidth
        label={t('incidents.callPhone')}
        value={call.phone}
        onChange={({ target }) => onCall({ ...call, phone: target.value })}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <TextField
        fullWidth
        label={t('incidents.callNote')}
        value={call.note}
        onChange={({ target }) => onCall({ ...call, note: target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </>
  );
}
