import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, languageName, setLanguage } from '../i18n/languages.js';

/** Languages of the interface, for pages without a user menu. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={i18n.language}
      aria-label={t('shell.language')}
      onChange={(_, code: string | null) => {
        if (code) void setLanguage(code);
      }}
    >
      {LANGUAGES.map((code) => (
        <ToggleButton key={code} value={code} lang={code} sx={{ px: 1.25, py: 0.5 }}>
          {languageName(code)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
