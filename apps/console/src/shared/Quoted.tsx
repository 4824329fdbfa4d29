import Typography from '@mui/material/Typography';

/** Words of somebody, as they were written. */
export function Quoted({ text }: { text: string }) {
  return (
    <Typography
      component="blockquote"
      variant="body2"
      sx={{
        mx: 0,
        my: 1,
        paddingInlineStart: 1.5,
        borderInlineStart: 3,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {text}
    </Typography>
  );
}
