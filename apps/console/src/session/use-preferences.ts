import { useColorScheme } from '@mui/material/styles';
import { useEffect } from 'react';
import type { Session } from '#contract/identity';
import { setLanguage } from '../i18n/languages.js';

/** Shows the console as the person chose it, on whatever machine they sign in. */
export function usePreferences(preferences: Session['preferences'] | undefined): void {
  const { setMode } = useColorScheme();
  const locale = preferences?.locale;
  const appearance = preferences?.appearance;
  useEffect(() => {
    if (locale) void setLanguage(locale);
  }, [locale]);
  useEffect(() => {
    if (appearance) setMode(appearance);
  }, [appearance, setMode]);
}
