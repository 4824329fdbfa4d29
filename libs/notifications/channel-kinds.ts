export const CHANNEL_KINDS = ['slack', 'teams', 'mattermost', 'webhook'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
