import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type MentionSummary, readMention } from '#contract/mentions';
import { useEndpoint } from '../api/use-endpoint.js';
import { AskDialog } from '../requests/AskDialog.js';
import { useMay, useSession } from '../session/session.js';
import { usePageTitle } from '../shared/use-page-title.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { useRealm, useRealmOf } from '../shell/realm.js';
import { cursorAfter, stillListed } from './after-decision.js';
import { AnswerSeveralDialog } from './AnswerSeveralDialog.js';
import { type AskedDecision, type Asking, DecisionDialogs } from './DecisionDialogs.js';
import { InboxList } from './InboxList.js';
import { MentionPane } from './MentionPane.js';
import { NoMentionOpen } from './NoMentionOpen.js';
import { ShortcutHelp } from './ShortcutHelp.js';
import { type DecisionBody, type Escalating, type Refusal, useDecisions } from './use-decisions.js';
import { useFreshMentions } from './use-fresh-mentions.js';
import { useInboxAddress } from './use-inbox-address.js';
import { useInboxKeys } from './use-inbox-keys.js';
import { useMentionList } from './use-mention-list.js';
import { useSelection } from './use-selection.js';

/** The inbox: the list, and beside it (on a phone: in its place) the mention that is open. */
export function InboxPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person } = useSession();
  const may = useMay();
  const { realm } = useRealm();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'), { noSsr: true });
  usePageTitle(t('inbox.title'));

  const { filter, setFilter, mentionId, open } = useInboxAddress();
  const list = useMentionList(filter, realm);
  const { mentions } = list;
  const atTop = useRef(true);
  const fresh = useFreshMentions(list, { sort: filter.sort, realm, atTop });
  const ids = useMemo(() => mentions.map(({ id }) => id), [mentions]);
  const selection = useSelection(ids);
  const [cursor, setCursor] = useState<string | null>(mentionId ?? null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [answeringId, setAnsweringId] = useState<string | null>(null);
  const answering = answeringId !== null && answeringId === mentionId;
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [askingFor, setAskingFor] = useState<MentionSummary | null>(null);
  const [answeringTicked, setAnsweringTicked] = useState<readonly MentionSummary[] | null>(null);
  const [help, setHelp] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (mentionId) setCursor(mentionId);
    setAnsweringId((id) => (id === mentionId ? id : null));
  }, [mentionId]);

  const decisions = useDecisions({
    onDecided: (decided) => {
      const leaving = new Set(
        decided.filter((one) => !stillListed(one, filter, person.id)).map(({ id }) => id),
      );
      const next = cursorAfter(ids, leaving, cursor);
      list.put(decided);
      list.remove(leaving);
      setCursor(next);
      if (mentionId && leaving.has(mentionId)) open(narrow ? null : next, { replace: true });
    },
    onUndone: list.restart,
    onRefused: (refused) => {
      setRefusals(refused);
      selection.keepOnly(refused.map((one) => one.mentionId));
    },
  });

  const triages = may('mentions.triage');
  // A mention opened by its address may stand outside of the list, or come before it: the keys work on it all the same.
  const opened = useEndpoint(
    readMention,
    { params: { mentionId: mentionId ?? '' } },
    { enabled: mentionId !== undefined },
  ).data;
  useRealmOf(opened, () => open(null, { replace: true }));
  const mentionOf = useCallback(
    (id: string) => mentions.find((one) => one.id === id) ?? (opened?.id === id ? opened : undefined),
    [mentions, opened],
  );
  const current = cursor === null ? undefined : mentionOf(cursor);
  const ticked = useMemo(
    () => mentions.filter(({ id }) => selection.selected.has(id)),
    [mentions, selection.selected],
  );
  const chosen = () => (ticked.length > 0 ? ticked : current ? [current] : []);
  const ask = (decision: AskedDecision, about = chosen()) => {
    if (triages && about.length > 0) setAsking({ decision, mentions: about });
  };
  const askAnswer = (mention: MentionSummary) => {
    if (triages && mention.state !== 'answered' && mention.state !== 'no_reply') setAskingFor(mention);
  };
  const decide = (about: readonly MentionSummary[], body: DecisionBody) => {
    void decisions.decide(about, body).then(() => setAsking(null));
  };
  const escalate = (about: readonly MentionSummary[], escalating: Escalating) => {
    void decisions.escalate(about, escalating).then(() => setAsking(null));
  };
  const move = (step: 1 | -1) => {
    const at = cursor === null ? -1 : ids.indexOf(cursor);
    const next = ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    setCursor(next);
    if (mentionId && !narrow) open(next, { replace: true });
  };
  const show = useCallback(
    (id: string) => {
      // At once, so that a key pressed before the page has followed is meant for this mention.
      setCursor(id);
      open(id);
    },
    [open],
  );
  const { toggle, toggleRange } = selection;
  const tick = useCallback(
    (id: string, range: boolean) => (range ? toggleRange(id) : toggle(id)),
    [toggle, toggleRange],
  );

  useInboxKeys({
    next: () => move(1),
    previous: () => move(-1),
    open: cursor === null ? undefined : () => open(cursor),
    close: mentionId ? () => (answering ? setAnsweringId(null) : open(null)) : undefined,
    reply: () => {
      if (!may('replies.send')) return;
      if (ticked.length > 0) {
        setAnsweringTicked(ticked);
      } else if (cursor !== null) {
        if (mentionId !== cursor) open(cursor);
        setAnsweringId(cursor);
      }
    },
    escalate: () => ask('escalate'),
    noReply: () => ask('no_reply'),
    askAnswer: () => triages && current && askAnswer(current),
    assign: () => ask('assign'),
    take: () => triages && decide(chosen(), { action: 'take' }),
    select: () => cursor !== null && toggle(cursor),
    selectRange: () => cursor !== null && toggleRange(cursor),
    selectAll: selection.selectAll,
    undo: decisions.undoLast,
    search: () => searchField.current?.focus(),
    help: () => setHelp(true),
    goInbox: () => void navigate('/inbox'),
    goLibrary: () => void navigate('/library'),
    goRequests: () => void navigate('/requests'),
    goTopics: () => void navigate('/topics'),
  });

  return (
    <Box sx={{ display: 'flex', height: '100%', minHeight: 0 }}>
      <VisuallyHidden>
        <h1>{t('inbox.title')}</h1>
      </VisuallyHidden>
      <Box
        sx={{
          display: narrow && mentionId ? 'none' : 'flex',
          flexDirection: 'column',
          width: { xs: '100%', md: 'clamp(340px, 40%, 520px)' },
          minHeight: 0,
          flexShrink: 0,
          borderInlineEnd: { md: 1 },
          borderColor: { md: 'divider' },
          bgcolor: 'background.paper',
        }}
      >
        <InboxList
          list={list}
          fresh={fresh}
          atTop={atTop}
          filter={filter}
          realm={realm}
          cursor={cursor}
          openId={mentionId}
          selection={selection}
          refusals={refusals}
          searchField={searchField}
          triages={triages}
          mentionOf={mentionOf}
          onFilter={setFilter}
          onOpen={show}
          onTick={tick}
          onMove={move}
          onReply={may('replies.send') ? () => setAnsweringTicked(ticked) : null}
          onAsk={ask}
          onReopen={() => decide(chosen(), { action: 'reopen' })}
          onHelp={() => setHelp(true)}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: narrow && !mentionId ? 'none' : 'block' }}>
        {mentionId ? (
          <MentionPane
            key={mentionId}
            mentionId={mentionId}
            summary={mentionOf(mentionId)}
            answering={answering}
            onAnswering={(begins) => setAnsweringId(begins ? mentionId : null)}
            onBack={() => open(null)}
            onAsk={(decision, mention) => ask(decision, [mention])}
            onAskAnswer={askAnswer}
            onDecide={(mention, body) => decide([mention], body)}
          />
        ) : (
          <NoMentionOpen onHelp={() => setHelp(true)} />
        )}
      </Box>
      <DecisionDialogs
        asking={asking}
        busy={decisions.busy}
        onDecide={decide}
        onEscalate={escalate}
        onClose={() => setAsking(null)}
      />
      {answeringTicked ? (
        <AnswerSeveralDialog
          mentions={answeringTicked.map((one) => mentionOf(one.id) ?? one)}
          onAnswered={(answered) =>
            selection.keepOnly([...selection.selected].filter((id) => !answered.includes(id)))
          }
          onAskAnswer={(mention) => {
            setAnsweringTicked(null);
            askAnswer(mention);
          }}
          onClose={() => setAnsweringTicked(null)}
        />
      ) : null}
      {askingFor ? <AskDialog mention={askingFor} onClose={() => setAskingFor(null)} /> : null}
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </Box>
  );
}
