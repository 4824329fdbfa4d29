import OpenIcon from '@mui/icons-material/OpenInNew';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';

interface PostLinkProps {
  network: string;
  externalId: string | null;
  url: string | null;
}

/** The way to a post where it was published; the training network lives in the console itself. */
export function PostLink({ network, externalId, url }: PostLinkProps) {
  const { t } = useTranslation();
  if (network === 'training' && externalId !== null) {
    return (
      <Link component={RouterLink} to={`/training?post=${encodeURIComponent(externalId)}`}>
        {t('inbox.openOnNetwork')}
      </Link>
    );
  }
  if (url === null) return null;
  return (
    <Link
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={t('common.openOutside')}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
    >
      {t('inbox.openOnNetwork')}
      <OpenIcon sx={{ fontSize: 14 }} />
    </Link>
  );
}
