import UploadIcon from '@mui/icons-material/UploadFile';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type RefObject, useState } from 'react';

interface FileDropProps {
  /** Endings, as the browser's own choice of files takes them. */
  accept: string;
  choose: string;
  /** The file that is chosen, else what can be done here. */
  status: string;
  inputRef: RefObject<HTMLInputElement | null>;
  onFile: (file: File | null) => void;
}

/** A place where a file is dropped, with a button to choose one. */
export function FileDrop({ accept, choose, status, inputRef, onFile }: FileDropProps) {
  const [dropping, setDropping] = useState(false);
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        p: 2,
        border: 2,
        borderStyle: 'dashed',
        borderColor: dropping ? 'primary.main' : 'divider',
        borderRadius: 1,
      }}
    >
      <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => inputRef.current?.click()}>
        {choose}
      </Button>
      <input
        ref={inputRef}
        type="file"
        accept={accept}
        aria-label={choose}
        hidden
        onChange={({ target }) => onFile(target.files?.[0] ?? null)}
      />
      <Typography variant="body2" role="status" sx={{ overflowWrap: 'anywhere' }}>
        {status}
      </Typography>
    </Box>
  );
}
