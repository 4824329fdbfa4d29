import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { NetworkCapabilities } from '#contract/networks';
import { Fact, Facts } from '../shared/Facts.js';
import { useNetworkName } from '../shared/network-name.js';
import { ABILITIES, useAbilityWords } from './network-abilities.js';

/** What one network can do, for whoever chooses it or looks on a narrow screen. */
export function NetworkAbilities({ network }: { network: NetworkCapabilities }) {
  const { t } = useTranslation();
  const networkName = useNetworkName();
  const wordsOf = useAbilityWords();
  return (
    <Box role="group" aria-label={t('sources.abilitiesOf', { network: networkName(network.network) })}>
      <Facts>
        {ABILITIES.map((ability) => (
          <Fact key={ability} name={t(`sources.abilities.${ability}`)}>
            {wordsOf(network, ability)}
          </Fact>
        ))}
      </Facts>
    </Box>
  );
}
