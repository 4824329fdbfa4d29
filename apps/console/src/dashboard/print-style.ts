/** On paper there is nothing to press, and the page may be as long as it is. */
export const PRINT = {
  '@media print': {
    '& .no-print': { display: 'none' },
    '& a': { color: 'inherit', textDecoration: 'none' },
  },
} as const;

/** What stands around the page on a screen is left out, and nothing scrolls. */
export const PRINT_AROUND = {
  '@media print': {
    '@page': { margin: '12mm' },
    '#root > div > header, #root > div > nav, #root > div > a, #root > div > div > :not(main)': {
      display: 'none !important',
    },
    'html, body, #root, #root > div, #root > div > div, #content, #content > div': {
      display: 'block !important',
      height: 'auto !important',
      overflow: 'visible !important',
    },
  },
} as const;
