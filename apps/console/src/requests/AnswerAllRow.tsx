import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Placeholder } from '#contract/answers';
import type { MentionSummary } from '#contract/mentions';
import type { answerAll, previewAnswers } from '#contract/requests';
import type { ResponseOf } from '#platform/contract';
import { useProblemText } from '../i18n/problem-text.js';
import { authorName } from '../inbox/author-name.js';
import { StateMark } from '../inbox/StateMark.js';
import { EditedWarning } from '../reply/EditedWarning.js';
import { PlaceholderField } from '../reply/PlaceholderField.js';
import { PlaceholderText } from '../reply/PlaceholderText.js';
import { rendered } from './rendered.js';

interface AnswerAllRowProps {
  item: Pick<ResponseOf<typeof previewAnswers>['items'][number], 'body' | 'language' | 'blanks' | 'problem'>;
  mention: MentionSummary;
  placeholders: readonly Placeholder[];
  values: Readonly<Record<string, string>>;
  chosen: boolean;
  result: ResponseOf<typeof answerAll>['results'][number] | undefined;
  /** The author changed the post since it was first shown; to say that the newer words were read. */
  onRead?: (() => void) | null;
  onChoose: () => void;
  onValues: (values: Readonly<Record<string, string>>) => void;
}

/** One mention, exactly what would be published under it, and what became of it. */
export function AnswerAllRow(props: AnswerAllRowProps) {
  const { item, mention, placeholders, values, chosen, result } = props;
  const { t } = useTranslation();
  const { ofCode } = useProblemText();
  const reply = rendered(item, placeholders, values, mention.network);
  const blanks = placeholders.filter(({ name }) => item.blanks.includes(name));
  const name = authorName(mention.author) ?? t('inbox.unknownAuthor');
  // Escalated, or decided by somebody: whoever answers it all the same has seen that.
  const handled = mention.state !== 'new' && mention.state !== 'in_progress';
  return (
    <Box component="article" aria-label={name} sx={{ display: 'grid', gap: 1 }}>
      <FormControlLabel
        sx={{ alignItems: 'flex-start', mr: 0 }}
        control={<Checkbox size="small" checked={chosen} onChange={props.onChoose} sx={{ pt: 0 }} />}
        label={
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            <strong>{name}</strong> · {mention.text} {handled ? <StateMark state={mention.state} /> : null}
          </Typography>
        }
      />
      {props.onRead ? <EditedWarning text={mention.text} onRead={props.onRead} /> : null}
      {chosen
        ? blanks.map((placeholder) => (
            <PlaceholderField
              key={placeholder.name}
              placeholder={placeholder}
              value={values[placeholder.name] ?? ''}
              error={undefined}
              autoFocus={false}
              onChange={(value) => props.onValues({ ...values, [placeholder.name]: value })}
            />
          ))
        : null}
      {chosen && item.body !== null ? (
        <Typography
          variant="body2"
          lang={item.language ?? undefined}
          sx={{
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            borderInlineStart: 3,
            borderColor: reply?.fits === false ? 'error.main' : 'primary.main',
            pl: 1.5,
          }}
        >
          {reply ? reply.text : <PlaceholderText body={item.body} placeholders={placeholders} />}
        </Typography>
      ) : null}
      {reply?.fits === false ? (
        <Typography variant="caption" sx={{ color: 'error.main' }}>
          {t('reply.tooLong', { length: reply.length, limit: reply.limit })}
        </Typography>
      ) : null}
      {item.problem && item.body === null ? <Alert severity="warning">{ofCode(item.problem)}</Alert> : null}
      {result?.outcome === 'refused' ? <Alert severity="error">{ofCode(result)}</Alert> : null}
    </Box>
  );
}
