import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { type Cluster, CLUSTERS } from '#rules/crisis';

/** How the public sees the crisis; the hint says what that means for what is said. */
export function ClusterField({ value, onChange }: { value: Cluster; onChange: (cluster: Cluster) => void }) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      fullWidth
      label={t('incidents.clusterLabel')}
      value={value}
      helperText={
        <>
          {t(`incidents.clusterHint.${value}`)}
          <br />
          {t('incidents.clusterSource')}
        </>
      }
      onChange={({ target }) => onChange(CLUSTERS.find((one) => one === target.value) ?? value)}
    >
      {CLUSTERS.map((cluster) => (
        <MenuItem key={cluster} value={cluster}>
          {t(`incidents.cluster.${cluster}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
