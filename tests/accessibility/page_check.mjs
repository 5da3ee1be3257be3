// Checks pages against WCAG 2.2 AA as far as machines can: axe-core in Chromium (light, dark, forced colours, in
// print, and 320 and 768 pixels wide), html-validate and the validator of the W3C (vnu), no request to anywhere, no
// sideways scrolling of the page on a phone, every link inside the page arriving, the keyboard reaching everything.
//
//   node page_check.mjs MODULES PAGE.html... [--bodies BODY.html...]
//
// MODULES is a folder in which package.json's modules are installed. Bodies are for a content management system:
// they are looked at inside the smallest page that can hold them, and without those of its parts (skip link).
// Prints what is wrong; exit 1 if anything is.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesFrom, openChromium } from './page_browser.mjs';
import { checkKeyboard } from './page_keyboard.mjs';

const [folder, ...names] = process.argv.slice(2);
if (!folder || names.length === 0) {
  console.error('usage: node page_check.mjs MODULES PAGE.html... [--bodies BODY.html...]');
  process.exit(2);
}
const split = names.includes('--bodies') ? names.indexOf('--bodies') : names.length;
const pages = names.slice(0, split);
const bodies = names.slice(split + 1);

const require = modulesFrom(folder);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const wide = { width: 1280, height: 900 };
const looks = [
  { name: 'light, 1280 pixels', viewport: wide },
  { name: 'dark, 1280 pixels', viewport: wide, colorScheme: 'dark' },
  { name: 'forced colours, 1280 pixels', viewport: wide, forcedColors: 'active' },
  { name: 'print', viewport: { width: 794, height: 1123 }, media: 'print' },
  { name: 'light, 768 pixels', viewport: { width: 768, height: 1024 } },
  { name: 'light, 320 pixels', viewport: { width: 320, height: 640 } },
];

let wrong = 0;
function tell(page, look, what) {
  wrong += 1;
  console.log(`${page}: ${look}: ${what}`);
}

async function checkWithAxe(tab, page, look) {
  await tab.evaluate(axe);
  const found = await tab.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), tags);
  for (const violation of found.violations) {
    for (const node of violation.nodes) {
      tell(page, look, `${violation.id} (${violation.impact}): ${violation.help}\n    ${node.html.slice(0, 160)}`);
    }
  }
}

async function checkReflow(tab, page, look) {
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) tell(page, look, `the page is ${over} pixels wider than the screen`);
  // A region that scrolls sideways has to be reachable by keyboard, with a name.
  const silent = await tab.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto')
      .filter((e) => e.tabIndex !== 0 || !e.hasAttribute('aria-labelledby'))
      .map((e) => e.outerHTML.slice(0, 120)));
  for (const html of silent) tell(page, look, `scrolls sideways, but not by keyboard\n    ${html}`);
}

// Links inside the page, and to files beside it; pictures that are there.
async function checkLinks(tab, page) {
  const hrefs = await tab.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')));
  for (const href of hrefs.filter((one) => !/^(https?|mailto):/.test(one))) {
    const [file, id] = href.split('#').map(decodeURIComponent);
    const target = join(dirname(page), file);
    const arrives = file === ''
      ? await tab.evaluate((wanted) => document.getElementById(wanted) !== null, id)
      : existsSync(target) && (id === undefined || readFileSync(target, 'utf8').includes(` id="${id}"`));
    if (!arrives) tell(page, 'links', `${href} leads nowhere`);
  }
  const broken = await tab.evaluate(() =>
    [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.getAttribute('src')));
  for (const src of broken) tell(page, 'pictures', `${src} is not shown`);
}

async function checkWithHtmlValidate(page) {
  const { HtmlValidate, FileSystemConfigLoader } = require('html-validate');
  const loader = new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      'no-inline-style': 'error',
      // The focusable region round a wide table is what WCAG technique SCR wants; the rule cannot see why.
      'prefer-native-element': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
    },
  });
  const report = await new HtmlValidate(loader).validateFile(resolve(page));
  for (const result of report.results) {
    for (const one of result.messages) {
      tell(page, `html-validate ${one.line}:${one.column}`, `${one.ruleId}: ${one.message}`);
    }
  }
}

// All files in one call: Java takes longer to start than to look at them.
function checkWithVnu(files) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const java = process.env.JAVA ?? '/usr/bin/java';
  if (!existsSync(java)) {
    console.log(`skipped: there is no ${java}\nhint: install default-jre-headless, or name it in the variable JAVA`);
    process.exit(77);
  }
  const urls = files.map((file) => resolve(file));
  const said = execFileSync(java, ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...urls],
    { encoding: 'utf8', maxBuffer: 1e9 });
  for (const one of JSON.parse(said).messages) {
    // It holds every data: address against img-src as if it had no scheme; Chromium shows those pictures, which
    // checkLinks looks at.
    if (/violates Content Security Policy .*\bimage .data:image\//.test(one.message)) continue;
    const name = basename(one.url);
    tell(name, `vnu ${one.lastLine}:${one.lastColumn}`, `${one.subType ?? one.type}: ${one.message}`);
  }
}

// The smallest page that can hold a body, with the distance between lines that any system's style sheet gives.
function wrapped(body, top) {
  const page = join(top, basename(body));
  const head = '<meta charset="utf-8"><title>A chapter</title><style>body { line-height: 1.6 }</style>';
  writeFileSync(page, `<!doctype html>\n<html lang="en-GB">\n<head>${head}</head>\n` +
    `<body><main id="main"><h1>A chapter</h1>\n${readFileSync(body, 'utf8')}</main></body>\n</html>\n`);
  return page;
}

async function lookAt(browser, page, look, isBody) {
  const { viewport, colorScheme = 'light', forcedColors = 'none', media = 'screen' } = look;
  const context = await browser.newContext({ viewport, colorScheme, forcedColors, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  await tab.emulateMedia({ media, colorScheme, forcedColors });
  const own = pathToFileURL(resolve(page)).href;
  tab.on('request', (request) => {
    const isOwn = request.url() === own || request.url().startsWith('data:') || (isBody && request.url().startsWith('file:'));
    if (!isOwn) tell(page, look.name, `asks for ${request.url()}`);
  });
  await tab.goto(own);
  await checkWithAxe(tab, page, look.name);
  if (!isBody) await checkReflow(tab, page, look.name);
  if (look === looks[0]) await checkLinks(tab, page);
  if (look === looks[0] && !isBody) await checkKeyboard(tab, (what) => tell(page, 'keyboard', what));
  await context.close();
}

const top = mkdtempSync(join(tmpdir(), 'eqr-bodies-'));
if (bodies.length > 0 && existsSync(join(dirname(bodies[0]), 'images'))) {
  symlinkSync(resolve(dirname(bodies[0]), 'images'), join(top, 'images'));
}
const chapters = bodies.map((body) => wrapped(body, top));
const browser = await openChromium(require);
for (const page of pages) {
  for (const look of looks) await lookAt(browser, page, look, false);
}
for (const chapter of chapters) await lookAt(browser, chapter, looks[0], true);
await browser.close();
for (const file of [...pages, ...chapters]) await checkWithHtmlValidate(file);
checkWithVnu([...pages, ...chapters]);
rmSync(top, { recursive: true });

const count = pages.length + bodies.length;
console.log(wrong === 0 ? `${count} checked, nothing found` : `${wrong} found`);
process.exit(wrong === 0 ? 0 : 1);
