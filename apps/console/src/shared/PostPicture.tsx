import Box from '@mui/material/Box';
import { readDrillPicture } from '#contract/drills';
import type { Picture } from '#contract/mentions';

/** What a post of a drill shows; whoever does not see it reads or hears what is to be seen. */
export function PostPicture({ picture, height = 320 }: { picture: Picture; height?: number }) {
  return (
    <Box
      component="img"
      src={readDrillPicture.path.replace('{pictureId}', picture.id)}
      alt={picture.alt}
      loading="lazy"
      sx={{
        display: 'block',
        maxWidth: '100%',
        maxHeight: height,
        objectFit: 'contain',
        objectPosition: 'left',
        borderRadius: 1,
        typography: 'caption',
        color: 'text.secondary',
      }}
    />
  );
}
