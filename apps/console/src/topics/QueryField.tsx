import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { parseTopicQuery } from '#rules/topics';
import { useQueryError } from './use-query-error.js';

interface QueryFieldProps {
  query: string;
  onChange: (query: string) => void;
}

/** The query while one writes it: what is wrong is said at once, and underlined at the very character. */
export function QueryField({ query, onChange }: QueryFieldProps) {
  const { t } = useTranslation();
  const say = useQueryError();
  const parsed = parseTopicQuery(query);
  const error = parsed.ok || query.trim() === '' ? null : parsed.error;
  return (
    <Box>
      <TextField
        fullWidth
        required
        multiline
        minRows={3}
        label={t('topics.query')}
        value={query}
        onChange={({ target }) => onChange(target.value)}
        error={error !== null}
        helperText={error ? say(error) : t('topics.queryHint')}
        slotProps={{
          htmlInput: {
            maxLength: 4000,
            spellCheck: false,
            autoCapitalize: 'none',
            style: { fontFamily: 'ui-monospace, monospace' },
          },
          formHelperText: { role: error ? 'alert' : undefined },
        }}
      />
      {error ? <ErrorPlace query={query} at={error.at} length={error.length} /> : null}
    </Box>
  );
}

/** The query once more, with what is at fault marked; at the very end a caret stands where something is missing. */
function ErrorPlace({ query, at, length }: { query: string; at: number; length: number }) {
  const { t } = useTranslation();
  const around = 60;
  const from = Math.max(0, at - around);
  const fault = query.slice(at, at + length) || '‸';
  return (
    <Box
      component="p"
      sx={{
        m: 0,
        mt: 0.5,
        fontFamily: 'ui-monospace, monospace',
        fontSize: '0.8125rem',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('topics.at', { at: at + 1 })} ·{' '}
      </Box>
      {from > 0 ? '…' : ''}
      {query.slice(from, at)}
      <Box
        component="mark"
        sx={{
          color: 'error.main',
          bgcolor: 'transparent',
          borderBottom: '2px solid',
          borderColor: 'error.main',
        }}
      >
        {fault}
      </Box>
      {query.slice(at + length, at + length + around)}
    </Box>
  );
}
