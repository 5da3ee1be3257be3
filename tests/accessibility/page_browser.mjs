// Opens Chromium for the page checks, with the modules of a folder named on the command line: the source tree
// holds no node_modules.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

// Modules are looked for in FOLDER/node_modules. Ends the program with 77, which ctest takes for "skipped", if
// they are not there.
export function modulesFrom(folder) {
  const modules = join(resolve(folder), 'node_modules');
  for (const name of ['axe-core', 'html-validate', 'playwright-core', 'vnu-jar']) {
    if (existsSync(join(modules, name))) continue;
    console.log(`skipped: ${name} is not installed in ${modules}`);
    console.log('hint: copy tests/accessibility/package.json there and run npm install --no-package-lock');
    process.exit(77);
  }
  return createRequire(join(modules, 'anything.js'));
}

export async function openChromium(require) {
  const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(program)) {
    console.log(`skipped: there is no ${program}`);
    console.log('hint: install chromium, or name it in the variable CHROMIUM');
    process.exit(77);
  }
  const { chromium } = require('playwright-core');
  return chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  });
}
