// Pictures of a page for people to look at: 320, 768 and 1280 pixels wide, dark, and as printed.
//
//   node page_screenshots.mjs MODULES PAGE.html OUTDIR
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesFrom, openChromium } from './page_browser.mjs';

const [folder, page, out] = process.argv.slice(2);
if (!folder || !page || !out) {
  console.error('usage: node page_screenshots.mjs MODULES PAGE.html OUTDIR');
  process.exit(2);
}

mkdirSync(out, { recursive: true });
const browser = await openChromium(modulesFrom(folder));
const looks = [
  { name: '320', width: 320 }, { name: '768', width: 768 }, { name: '1280', width: 1280 },
  { name: '1280-dark', width: 1280, colorScheme: 'dark' },
  { name: '1280-forced-colours', width: 1280, forcedColors: 'active' },
];
for (const { name, width, colorScheme = 'light', forcedColors = 'none' } of looks) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, forcedColors });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(resolve(page)).href);
  await tab.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  await context.close();
}
const tab = await browser.newPage();
await tab.goto(pathToFileURL(resolve(page)).href);
await tab.pdf({ path: join(out, 'print.pdf'), preferCSSPageSize: true, printBackground: true, tagged: true });
await browser.close();
console.log(`written to ${out}`);
