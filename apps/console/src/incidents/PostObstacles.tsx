import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PostsPreview } from '#contract/crisis';
import { POST_OBSTACLES } from '#rules/replies';
import { useFormat } from '../i18n/format.js';
import { useNetworkName } from '../shared/network-name.js';

/** The accounts that cannot post, by the reason. */
export function PostObstacles({ items }: { items: PostsPreview['items'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const networkName = useNetworkName();
  const reasons = POST_OBSTACLES.flatMap((obstacle) => {
    const names = items
      .filter((item) => item.obstacle === obstacle)
      .map(({ network, account }) => `${networkName(network)} (${account})`);
    return names.length > 0 ? [{ obstacle, names }] : [];
  });
  if (reasons.length === 0) return null;
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {t('incidents.post.cannot')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {reasons.map(({ obstacle, names }) => (
          <Typography
            component="li"
            variant="body2"
            key={obstacle}
            sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {t(`incidents.post.obstacle.${obstacle}`, { accounts: format.list(names) })}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
