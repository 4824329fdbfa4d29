// node unpack-chromium.mjs: unpacks Chromium, its fonts and libraries into TMPDIR, where the package puts them.
import packed, { inflate } from '@sparticuz/chromium';
import { fileURLToPath } from 'node:url';

await packed.executablePath();
const main = import.meta.resolve('@sparticuz/chromium');
await inflate(fileURLToPath(new URL('../../bin/al2023.tar.br', main)));
