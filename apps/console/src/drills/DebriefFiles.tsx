import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { downloadDebriefing } from '#contract/drills';
import { requestUrl } from '../api/request-url.js';

/** The debriefing to take along, in the language of the reader. */
export function DebriefFiles({ drillId }: { drillId: string }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'fr' ? 'fr' : 'en';
  return (['pdf', 'docx'] as const).map((format) => (
    <Button
      key={format}
      variant="outlined"
      href={requestUrl(downloadDebriefing.path, { drillId }, { format, language })}
      download
    >
      {t(`drills.file.${format}`)}
    </Button>
  ));
}
