import type { ChannelKind } from './channel-kinds.js';
import {
  type Links,
  type Message,
  messageTitle,
  messageWords,
  type Paragraph,
  paragraphs,
} from './message.js';
import { noticeText } from './notice-words.js';

/** The JSON that an incoming webhook of this kind takes. */
export function channelForm(kind: ChannelKind, message: Message, links: Links): unknown {
  switch (kind) {
    case 'slack':
      return slackForm(message, links);
    case 'teams':
      return teamsForm(message, links);
    case 'mattermost':
      return mattermostForm(message, links);
    case 'webhook':
      return webhookForm(message, links);
  }
}

/** Texts over this are cut: Slack refuses longer sections, Teams larger messages. */
const SHOWN = 20;

/** Slack, "Incoming webhooks" and Block Kit: mrkdwn in sections, `&<>` escaped so that no text becomes a mention. */
function slackForm(message: Message, links: Links) {
  const words = messageWords(message.locale);
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const link = (url: string, label: string) => `<${url}|${escape(label).replaceAll('|', '¦')}>`;
  return {
    text: escape(messageTitle(message)),
    unfurl_links: false,
    blocks: paragraphs(message, links)
      .slice(0, SHOWN)
      .map(({ title, detail, url, action }) => ({
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: [
            `*${escape(title).replaceAll('*', '∗')}*`,
            ...(detail ? [escape(detail)] : []),
            [...(action ? [link(action.url, action.label)] : []), link(url, words.open)].join(' · '),
          ].join('\n'),
        },
      })),
  };
}

/** Microsoft Teams, "Create an Incoming Webhook" / Workflows: a message with one Adaptive Card 1.4. */
function teamsForm(message: Message, links: Links) {
  const words = messageWords(message.locale);
  const parts = paragraphs(message, links).slice(0, SHOWN);
  const [only] = parts.length === 1 ? parts : [];
  const openUrl = (title: string, url: string) => ({ type: 'Action.OpenUrl', title, url });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: messageTitle(message),
          body: parts.flatMap(({ title, detail, url, action }) => [
            { type: 'TextBlock', text: markdownEscaped(title), weight: 'Bolder', wrap: true },
            ...(detail ? [{ type: 'TextBlock', text: markdownEscaped(detail), wrap: true }] : []),
            ...(only
              ? []
              : [
                  {
                    type: 'ActionSet',
                    actions: [
                      ...(action ? [openUrl(action.label, action.url)] : []),
                      openUrl(words.open, url),
                    ],
                  },
                ]),
          ]),
          ...(only
            ? {
                actions: [
                  ...(only.action ? [openUrl(only.action.label, only.action.url)] : []),
                  openUrl(words.open, only.url),
                ],
              }
            : {}),
        },
      },
    ],
  };
}

/** Mattermost, "Incoming webhooks": Markdown; `@` is broken up so that no quoted text calls the whole channel. */
function mattermostForm(message: Message, links: Links) {
  const words = messageWords(message.locale);
  const text = (value: string) => markdownEscaped(value).replaceAll('@', '@\u200b');
  const line = ({ title, detail, url, action }: Paragraph) =>
    [
      `**${text(title)}**`,
      ...(detail ? [text(detail)] : []),
      [...(action ? [`[${action.label}](${action.url})`] : []), `[${words.open}](${url})`].join(' · '),
    ].join('\n');
  return { text: paragraphs(message, links).slice(0, SHOWN).map(line).join('\n\n') };
}

function markdownEscaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
}

/** Our own: what a program needs, with the words for those who only show it. */
function webhookForm(message: Message, links: Links) {
  return {
    id: message.deliveryId,
    title: messageTitle(message),
    notifications: message.items.map((item) => ({
      kind: item.kind,
      level: item.level,
      count: item.count,
      ...noticeText(item.kind, item.params, item.count, message.locale),
      params: item.params,
      lastAt: item.lastAt.toISOString(),
      url: links.page(item.link),
      actionUrl: item.action ? links.action(item.action) : null,
    })),
  };
}
