import { useTranslation } from 'react-i18next';
import { LOCALES } from '#platform/contract';
import { type MessageKind, type NoticeParams, noticeText } from '#rules/notifications';

/** The words of a notice in the language of the interface: the same that mails and chats use. */
export function useNoticeText() {
  const { i18n } = useTranslation();
  const locale = LOCALES.find((one) => one === i18n.language) ?? 'en';
  return ({ kind, params, count }: { kind: MessageKind; params: NoticeParams; count: number }) =>
    noticeText(kind, params, count, locale);
}
