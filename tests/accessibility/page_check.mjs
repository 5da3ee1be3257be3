// Checks pages against WCAG 2.2 AA as far as machines can: axe-core in Chromium (light, dark, and at 320 pixels),
// html-validate, no request to anywhere, no sideways scrolling of the page on a phone, every link inside the page
// arriving.
//
//   node page_check.mjs MODULES PAGE.html...
//
// MODULES is a folder in which package.json's modules are installed. Prints what is wrong; exit 1 if anything is.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesFrom, openChromium } from './page_browser.mjs';

const [folder, ...pages] = process.argv.slice(2);
if (!folder || pages.length === 0) {
  console.error('usage: node page_check.mjs MODULES PAGE.html...');
  process.exit(2);
}

const require = modulesFrom(folder);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = [
  { name: 'light, 1280 pixels', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'dark, 1280 pixels', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'light, 320 pixels', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
];

let wrong = 0;
function tell(page, look, what) {
  wrong += 1;
  console.log(`${page}: ${look}: ${what}`);
}

async function checkWithAxe(tab, page, look) {
  await tab.evaluate(axe);
  const found = await tab.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), tags);
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

async function checkLinks(tab, page) {
  const broken = await tab.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((a) => a.getAttribute('href'))
      .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))));
  for (const href of broken) tell(page, 'links', `${href} leads nowhere`);
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

const browser = await openChromium(require);
for (const page of pages) {
  for (const look of looks) {
    const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme });
    const tab = await context.newPage();
    tab.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) {
        tell(page, look.name, `asks for ${request.url()}`);
      }
    });
    await tab.goto(pathToFileURL(resolve(page)).href);
    await checkWithAxe(tab, page, look.name);
    await checkReflow(tab, page, look.name);
    if (look === looks[0]) await checkLinks(tab, page);
    await context.close();
  }
  await checkWithHtmlValidate(page);
}
await browser.close();

console.log(wrong === 0 ? `${pages.length} checked, nothing found` : `${wrong} found`);
process.exit(wrong === 0 ? 0 : 1);
