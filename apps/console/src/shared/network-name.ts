import { useTranslation } from 'react-i18next';

/** A network's name; one that came in by import and is not known is shown as it was written. */
export function useNetworkName(): (network: string) => string {
  const { t, i18n } = useTranslation();
  return (network) => {
    const key = `vocabulary.network.${network}`;
    return i18n.exists(key) ? String(t(key as 'vocabulary.network.x')) : network;
  };
}
