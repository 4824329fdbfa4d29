import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { Realm } from '#platform/contract';
import { useRealm } from './realm.js';

/** Live or training: the two never mix. */
export function RealmSwitch() {
  const { t } = useTranslation();
  const { realm, setRealm } = useRealm();
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={realm}
      aria-label={t('shell.realm')}
      onChange={(_, next: Realm | null) => {
        if (next) setRealm(next);
      }}
    >
      <ToggleButton value="live" title={t('shell.realmLiveHint')} sx={{ px: 1.5, py: 0.375 }}>
        {t('shell.realmLive')}
      </ToggleButton>
      <ToggleButton value="training" title={t('shell.realmTrainingHint')} sx={{ px: 1.5, py: 0.375 }}>
        {t('shell.realmTraining')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
