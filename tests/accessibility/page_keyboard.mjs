// What the keyboard alone reaches in a page: Tab goes through every link and every region that scrolls, in the
// order in which they are read, the skip link first; and each shows that it has the focus.

// Runs in the page. What Tab ought to reach, and how each looks without the focus.
function targets() {
  const shown = [...document.querySelectorAll('a[href], [tabindex="0"]')].filter((e) => e.checkVisibility());
  shown.forEach((element, index) => element.setAttribute('data-tab', index));
  return shown.map((element) => element.outerHTML.slice(0, 100));
}

// Runs in the page. Which of them has the focus, and whether it is to be seen: an outline, a shadow or another
// background, inside the window.
function focused() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const stands = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return { index: Number(element.getAttribute('data-tab') ?? -1), visible: stands && marked };
}

// Tells each fault in words.
export async function checkKeyboard(tab, tell) {
  const wanted = await tab.evaluate(targets);
  await tab.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  for (let index = 0; index < wanted.length; index += 1) {
    await tab.keyboard.press('Tab');
    const found = await tab.evaluate(focused);
    if (found.index !== index) return tell(`Tab number ${index + 1} does not reach\n    ${wanted[index]}`);
    if (!found.visible) tell(`the focus is not to be seen on\n    ${wanted[index]}`);
  }
  const first = await tab.evaluate(() => document.querySelector('a[href]')?.getAttribute('href') ?? '');
  if (first !== '#main') tell('the first link is no skip link to #main');
  await tab.evaluate(() => document.querySelectorAll('[data-tab]').forEach((e) => e.removeAttribute('data-tab')));
}
