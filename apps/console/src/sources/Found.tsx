import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { trySource } from '#contract/networks';
import type { ResponseOf } from '#platform/contract';

const SHOWN = 5;

/** What a look at a source found: whom the network takes us for, its latest posts, and those that cannot be used. */
export function Found({
  found,
  onTake,
}: {
  found: ResponseOf<typeof trySource>;
  /** Goes on with one of the feeds that a page names. */
  onTake: (feed: string) => void;
}) {
  const { t } = useTranslation();
  if (found.feeds.length > 0) return <NamedFeeds feeds={found.feeds} onTake={onTake} />;
  return (
    <Alert severity={found.items.length > 0 || found.account ? 'success' : 'info'}>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {found.account
          ? t('sources.account', { account: found.account })
          : t('sources.found', { title: found.title ?? '', format: found.format ?? '' })}{' '}
        {t('sources.foundItems', { count: found.items.length })}
      </Typography>
      {found.items.length === 0 ? t('sources.nothingThere') : null}
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {found.items.slice(0, SHOWN).map((item, index) => (
          <li key={index}>{item.title}</li>
        ))}
      </ul>
      {found.refused.length > 0 ? (
        <>
          {t('sources.leftOut')}
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {found.refused.slice(0, SHOWN).map((one) => (
              <li key={one.item}>{t('sources.leftOutItem', one)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Alert>
  );
}

function NamedFeeds({ feeds, onTake }: { feeds: readonly string[]; onTake: (feed: string) => void }) {
  const { t } = useTranslation();
  return (
    <Alert severity="info">
      <Typography variant="body2" id="named-feeds" sx={{ fontWeight: 650 }}>
        {t('sources.namedFeeds', { count: feeds.length })}
      </Typography>
      <Stack
        component="ul"
        aria-labelledby="named-feeds"
        spacing={1}
        sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}
      >
        {feeds.map((feed) => (
          <li key={feed}>
            <Button
              variant="outlined"
              size="small"
              onClick={() => onTake(feed)}
              sx={{ textTransform: 'none', textAlign: 'start', overflowWrap: 'anywhere' }}
            >
              {t('sources.takeFeed', { feed })}
            </Button>
          </li>
        ))}
      </Stack>
    </Alert>
  );
}
