import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import type { ContactAuthorView } from '#contract/contacts';
import { NetworkIcon } from '../shared/NetworkIcon.js';

/** An account: its network, its handle and the name it goes by; leads to its profile where it has an address. */
export function AccountName({
  author,
}: {
  author: Pick<ContactAuthorView, 'network' | 'handle' | 'name' | 'url'>;
}) {
  const { t } = useTranslation();
  const handle = author.handle?.replace(/^@?/, '@') ?? author.url ?? t('contacts.erasedAccount');
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75, minWidth: 0 }}
    >
      <NetworkIcon network={author.network} />
      <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {author.url ? (
          <Link href={author.url} target="_blank" rel="noopener noreferrer" color="inherit">
            {handle}
          </Link>
        ) : (
          handle
        )}
      </Box>
      {author.name ? (
        <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {author.name}
        </Box>
      ) : null}
    </Box>
  );
}
