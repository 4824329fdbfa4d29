import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { listNetworks, type NetworkCapabilities } from '#contract/networks';
import { useEndpoint } from '../api/use-endpoint.js';
import { useNetworkName } from '../shared/network-name.js';
import { ABILITIES, useAbilityWords } from './network-abilities.js';
import { NetworkAbilities } from './NetworkAbilities.js';

/** What each network of this installation can do: side by side, or one below the other where there is no room. */
export function Networks() {
  const { t } = useTranslation();
  const networks = useEndpoint(listNetworks, {}, { staleTime: 300_000 }).data?.items ?? [];
  return (
    <section aria-labelledby="networks-title">
      <Typography variant="h2" id="networks-title" sx={{ mb: 1 }}>
        {t('sources.networks')}
      </Typography>
      <Box sx={{ display: { xs: 'none', lg: 'block' } }}>
        <SideBySide networks={networks} />
      </Box>
      <Box sx={{ display: { xs: 'block', lg: 'none' } }}>
        <OneByOne networks={networks} />
      </Box>
    </section>
  );
}

function SideBySide({ networks }: { networks: readonly NetworkCapabilities[] }) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  const wordsOf = useAbilityWords();
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      tabIndex={0}
      role="group"
      aria-labelledby="networks-title"
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('sources.network')}</TableCell>
            {ABILITIES.map((ability) => (
              <TableCell key={ability}>{t(`sources.abilities.${ability}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {networks.map((network) => (
            <TableRow key={network.network}>
              <TableCell component="th" scope="row">
                {networkName(network.network)}
              </TableCell>
              {ABILITIES.map((ability) => (
                <TableCell key={ability}>{wordsOf(network, ability)}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function OneByOne({ networks }: { networks: readonly NetworkCapabilities[] }) {
  const networkName = useNetworkName();
  return (
    <Paper
      variant="outlined"
      component="ul"
      aria-labelledby="networks-title"
      sx={{ m: 0, p: 0, listStyle: 'none' }}
    >
      {networks.map((network) => (
        <Box
          key={network.network}
          component="li"
          sx={{ p: 2, '& + &': { borderTop: 1, borderColor: 'divider' } }}
        >
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {networkName(network.network)}
          </Typography>
          <NetworkAbilities network={network} />
        </Box>
      ))}
    </Paper>
  );
}
