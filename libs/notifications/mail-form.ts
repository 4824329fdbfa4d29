import {
  type Links,
  type Message,
  messageTitle,
  messageWords,
  type Paragraph,
  paragraphs,
} from './message.js';

export interface MailContent {
  subject: string;
  text: string;
  html: string;
}

/** A message as mail: plain text, and the same as simple HTML. */
export function mailForm(message: Message, links: Links): MailContent {
  const words = messageWords(message.locale);
  const parts = paragraphs(message, links);
  const preferences = links.page('/notifications/preferences');
  const rights = parts.some(({ action }) => action) ? words.rights : null;
  return {
    subject: messageTitle(message).replaceAll(/[\r\n]+/g, ' '),
    text: [
      ...parts.map((part) => textOf(part, words.open)),
      [...(rights ? [rights] : []), words.preferencesAt(preferences)].join('\n'),
    ].join('\n\n'),
    html: `<!doctype html><html lang="${message.locale}"><body style="font-family:sans-serif;font-size:15px;line-height:1.5;color:#1b1b1b">${parts
      .map((part) => htmlOf(part, words.open))
      .join(
        '',
      )}<p style="font-size:13px;color:#555">${rights ? `${escape(rights)}<br>` : ''}<a href="${escape(preferences)}">${escape(words.preferences)}</a></p></body></html>`,
  };
}

function textOf({ title, detail, url, action }: Paragraph, open: string): string {
  return [
    title,
    ...(detail ? [detail] : []),
    ...(action ? [`${action.label}: ${action.url}`] : []),
    `${open}: ${url}`,
  ].join('\n');
}

function htmlOf({ title, detail, url, action }: Paragraph, open: string): string {
  const button = action
    ? `<a href="${escape(action.url)}" style="display:inline-block;padding:8px 14px;margin-right:12px;border-radius:6px;background:#1f4e79;color:#fff;text-decoration:none">${escape(action.label)}</a>`
    : '';
  return `<div style="margin:0 0 20px"><p style="margin:0 0 4px"><strong>${escape(title)}</strong></p>${
    detail ? `<p style="margin:0 0 8px;white-space:pre-line">${escape(detail)}</p>` : ''
  }<p style="margin:0">${button}<a href="${escape(url)}">${escape(open)}</a></p></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
