import CssBaseline from '@mui/material/CssBaseline';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { printStyles } from '../theme/print.js';
import { theme } from '../theme/theme.js';
import { askAhead } from './ask-ahead.js';
import { createQueryCache } from './query-cache.js';
import { routes } from './routes.js';

const cache = createQueryCache();
askAhead(cache, location.pathname);
const router = createBrowserRouter(routes);

export function App() {
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="passerelle.appearance">
      <CssBaseline />
      <GlobalStyles styles={printStyles} />
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
