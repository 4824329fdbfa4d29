import Box from '@mui/material/Box';
import type { Placeholder } from '#contract/answers';
import { useLocalised } from '../i18n/localised.js';
import { cutPlaceholders } from './cut-placeholders.js';

/** The body of an answer, with its placeholders named as blanks to fill in. */
export function PlaceholderText({
  body,
  placeholders,
}: {
  body: string;
  placeholders: readonly Placeholder[];
}) {
  const say = useLocalised();
  return cutPlaceholders(body).map((piece, index) => {
    if (!piece.placeholder) return <span key={index}>{piece.text}</span>;
    const declared = placeholders.find(({ name }) => name === piece.text);
    return (
      <Box
        component="span"
        key={index}
        sx={{
          px: 0.5,
          borderRadius: 0.5,
          bgcolor: 'action.selected',
          fontStyle: 'italic',
          whiteSpace: 'nowrap',
        }}
      >
        {declared ? say(declared.label) : piece.text}
      </Box>
    );
  });
}
