import Box from '@mui/material/Box';

/** A person's initials in a circle; decoration beside the name. */
export function Initials({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <Box
      aria-hidden="true"
      data-initials={initialsOf(name)}
      component="span"
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        flexShrink: 0,
        width: size,
        height: size,
        borderRadius: '50%',
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        fontSize: size * 0.4,
        fontWeight: 650,
        lineHeight: 1,
        // Drawn, not written: the name that stands beside is the text.
        '&::before': { content: 'attr(data-initials)' },
      }}
    />
  );
}

export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const first = words[0]?.charAt(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toUpperCase();
}
