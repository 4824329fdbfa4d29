import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { AttachReason } from '#contract/stakeholders';

/** Why an account speaks for a stakeholder, or may. */
export function AttachReasons({ reasons }: { reasons: readonly AttachReason[] }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'caption', color: 'text.secondary' }}>
      {reasons.map(({ code, value }) => (
        <Box component="li" key={`${code} ${value}`} sx={{ overflowWrap: 'anywhere' }}>
          {t(`stakeholders.reason.${code}`, { value })}
        </Box>
      ))}
    </Box>
  );
}
