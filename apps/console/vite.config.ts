import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API runs while one works on the console. */
const api = process.env['API_URL'] ?? 'http://localhost:3000';
const libs = fileURLToPath(new URL('../../libs', import.meta.url));

const CHARTS = /node_modules[\\/](@mui[\\/]x-|d3-|@base-ui|reselect)/;

/** Modules of this kind that are no part of the charts. */
function shared(kind: RegExp): (id: string) => boolean {
  return (id) => kind.test(id) && !CHARTS.test(id);
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^#platform\/(contract|typography)$/, replacement: `${libs}/platform/$1/index.ts` },
      { find: /^#contract\/(.+)$/, replacement: `${libs}/$1/contract.ts` },
      { find: /^#rules\/(.+)$/, replacement: `${libs}/$1/rules.ts` },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows no data: address, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What most pages share comes in few files: a hundred small ones take longer to ask for than to read. A group
          // takes what its modules import with it, unless a group before it has that already: charts come last, or
          // React would be among them, and every page, the sign-in first, would wait for the charts.
          groups: [
            { name: 'packages', test: shared(/node_modules/), minShareCount: 6, priority: 3 },
            { name: 'shared', test: /(apps[\\/]console[\\/]src|libs)[\\/]/, minShareCount: 6, priority: 2 },
            { name: 'charts', test: CHARTS, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: api, changeOrigin: false } },
  },
});
