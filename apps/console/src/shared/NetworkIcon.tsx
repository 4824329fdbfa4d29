import FacebookIcon from '@mui/icons-material/Facebook';
import FeedIcon from '@mui/icons-material/RssFeed';
import InstagramIcon from '@mui/icons-material/Instagram';
import OtherIcon from '@mui/icons-material/Public';
import TrainingIcon from '@mui/icons-material/School';
import WebhookIcon from '@mui/icons-material/Webhook';
import XIcon from '@mui/icons-material/X';
import YouTubeIcon from '@mui/icons-material/YouTube';
import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { useNetworkName } from './network-name.js';

const ICONS: Readonly<Record<string, ComponentType<SvgIconProps>>> = {
  x: XIcon,
  facebook: FacebookIcon,
  instagram: InstagramIcon,
  youtube: YouTubeIcon,
  mastodon: MastodonIcon,
  bluesky: BlueskyIcon,
  feed: FeedIcon,
  webhook: WebhookIcon,
  training: TrainingIcon,
};

/** The sign of a network, with its name for screen readers and on hover. */
export function NetworkIcon({ network }: { network: string }) {
  const name = useNetworkName();
  const Icon = ICONS[network] ?? OtherIcon;
  return (
    <Icon fontSize="inherit" titleAccess={name(network)} sx={{ color: 'text.secondary', fontSize: 16 }} />
  );
}

/** An elephant's outline would not read at 16 px: the letter in a bubble does. */
function MastodonIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M12 2C6 2 3 4.5 3 10v3c0 6 3.5 9 9.5 9 1.8 0 3.2-.3 4.5-.9v-2.2c-4 1-7.500 1-8-2.400 4 .9 12 .8 12-5V10c0-5.500-3-8-9-8Zm5 11.500h-2.200V9.300c0-2.300-2.800-2.300-2.800 0V12h-2V9.300c0-2.300-2.800-2.300-2.800 0v4.200H5V9c0-4.500 5.500-4.800 6-1.700.5-3.100 6-2.800 6 1.700v4.500Z" />
    </SvgIcon>
  );
}

function BlueskyIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M12 10.500C10.900 8.300 7.900 4.200 5.100 3.200 3.200 2.500 2 3.400 2 5.300c0 1.600.9 6.100 1.600 7.300.8 1.400 2.900 1.900 5 1.500-3.100.5-5.600 1.900-2.400 4.900 3.200 3 4.900-.2 5.800-2.300.9 2.100 2.400 5.200 5.700 2.300 3.100-2.800.8-4.400-2.300-4.900 2.100.4 4.200-.1 5-1.500.7-1.200 1.600-5.700 1.600-7.300 0-1.900-1.200-2.800-3.100-2.100-2.800 1-5.800 5.100-6.900 7.300Z" />
    </SvgIcon>
  );
}
