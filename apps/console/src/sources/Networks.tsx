import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { listNetworks } from '#contract/networks';
import { useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';

/** What each network of this installation can do. */
export function Networks() {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const networks = useEndpoint(listNetworks, {}, { staleTime: 300_000 }).data?.items ?? [];
  return (
    <section aria-labelledby="networks-title">
      <Typography variant="h2" id="networks-title" sx={{ mb: 1 }}>
        {t('sources.networks')}
      </Typography>
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
              <TableCell>{t('sources.replies')}</TableCell>
              <TableCell>{t('sources.longest')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {networks.map((network) => (
              <TableRow key={network.network}>
                <TableCell>{networkName(network.network)}</TableCell>
                <TableCell>{t(network.reply ? 'sources.yes' : 'sources.no')}</TableCell>
                <TableCell>
                  {network.reply
                    ? t('sources.characters', { limit: format.number(network.length.limit) })
                    : '–'}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </section>
  );
}
