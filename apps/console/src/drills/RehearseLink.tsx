import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listScenarios } from '#contract/drills';
import { useEndpoint } from '../api/use-endpoint.js';
import { useLocalised } from '../i18n/localised.js';
import { useMay } from '../session/session.js';

/** To a drill for a type of crisis, with a scenario of one's own before a ready one; nothing where there is none. */
export function RehearseLink({ crisisType }: { crisisType: string }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const may = useMay();
  const reading = useEndpoint(listScenarios, {}, { enabled: may('drills.run'), staleTime: 60_000 });
  const fitting = (reading.data?.items ?? []).filter(({ scenario }) => scenario.crisisType === crisisType);
  const found = fitting.find(({ ready }) => !ready) ?? fitting[0];
  if (!found) return null;
  return (
    <Button component={Link} to={`/drills?prepare=${found.key}`} size="small">
      {t('drills.rehearse', { name: say(found.scenario.name) })}
    </Button>
  );
}
