import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countMentions } from '#contract/mentions';
import { decideAsSecond, listReplies, type Reply } from '#contract/replies';
import { useChange } from '../api/use-endpoint.js';
import { isTyping } from '../inbox/shortcuts.js';
import { ReasonDialog } from '../reply/ReasonDialog.js';
import { useSession } from '../session/session.js';
import { Key } from '../shared/Key.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { ReplyRow } from './ReplyRow.js';

/** Replies that wait for a second person, by keyboard: j, k to move, c then Enter to confirm, x to refuse. */
export function SecondPersonQueue({ items }: { items: readonly Reply[] }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const list = useRef<HTMLUListElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [armed, setArmed] = useState(false);
  const [refusing, setRefusing] = useState<Reply | null>(null);
  const touches = [listReplies, countMentions];
  const decide = useChange(decideAsSecond, { touches, onDone: () => setRefusing(null) });
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === currentId),
  );
  const current = items[at];

  const press = (key: string): boolean => {
    if (key === 'j' || key === 'k') {
      const next = items[Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), items.length - 1)];
      setCurrentId(next?.id ?? null);
      setArmed(false);
      list.current?.children[items.indexOf(next as Reply)]?.scrollIntoView({ block: 'nearest' });
      return true;
    }
    if (!current || current.by.id === person.id) return false;
    if (key === 'c') setArmed(true);
    else if (key === 'x') setRefusing(current);
    else if (key === 'Enter' && armed) {
      setArmed(false);
      const { edited } = current;
      const seen = edited ? { wording: edited.wording } : {};
      decide.mutate({ params: { replyId: current.id }, body: { decision: 'confirmed', ...seen } });
    } else if (key === 'Escape' && armed) setArmed(false);
    else return false;
    return true;
  };
  const handler = useRef(press);
  useEffect(() => {
    handler.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof HTMLElement) {
        if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return;
        const typing = isTyping({
          tag: target.tagName.toLowerCase(),
          type: target instanceof HTMLInputElement ? target.type : undefined,
          role: target.getAttribute('role') ?? undefined,
          editable: target.isContentEditable,
          inOverlay: false,
        });
        if (typing || (event.key === 'Enter' && target.closest('a, button'))) return;
      }
      if (handler.current(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        <Key>j</Key> <Key>k</Key> {t('replies.keyMove')} · <Key>c</Key> <Key>{t('inbox.help.enterKey')}</Key>{' '}
        {t('reply.secondConfirm')} · <Key>x</Key> {t('reply.secondRefuse')}
      </Typography>
      <ProblemAlert error={refusing ? null : decide.error} sx={{ mb: 1 }} />
      <Box
        component="ul"
        ref={list}
        aria-label={t('replies.secondTitle')}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
      >
        {items.map((reply) => (
          <Box
            component="li"
            key={reply.id}
            aria-current={reply === current ? 'true' : undefined}
            sx={{
              p: 1,
              borderRadius: 1,
              outline: reply === current ? 2 : 0,
              outlineStyle: 'solid',
              outlineColor: 'primary.main',
            }}
          >
            <ReplyRow reply={reply} />
            {reply === current && armed ? (
              <Typography role="status" variant="body2" sx={{ fontWeight: 650, mt: 0.5 }}>
                {t('replies.armed')}
              </Typography>
            ) : null}
          </Box>
        ))}
      </Box>
      {refusing ? (
        <ReasonDialog
          title={t(`reply.ask.${refusing.post ? 'refusePost' : 'refuse'}.title`)}
          text={t(`reply.ask.${refusing.post ? 'refusePost' : 'refuse'}.text`)}
          confirm={t(`reply.ask.${refusing.post ? 'refusePost' : 'refuse'}.confirm`)}
          danger
          busy={decide.isPending}
          error={decide.error}
          onConfirm={(reason) =>
            decide.mutate({ params: { replyId: refusing.id }, body: { decision: 'refused', reason } })
          }
          onClose={() => setRefusing(null)}
        />
      ) : null}
    </>
  );
}
