import type { Page } from 'playwright-core';

/**
 * What the keyboard reaches without its being seen: every stop of the Tab key has to have an outline, and to be on the
 * screen. At most so many stops are made; a page may have hundreds of links that are all alike.
 */
export async function focusProblems(page: Page, stops = 60): Promise<string[]> {
  const problems: string[] = [];
  await page.evaluate(() => document.querySelector<HTMLElement>('a, button')?.ownerDocument.body.focus());
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, width, height } = element.getBoundingClientRect();
      return {
        name: `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`,
        outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        shown: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      };
    });
    if (!seen) break;
    if (!seen.outlined) problems.push(`no outline: ${seen.name}`);
    if (!seen.shown) problems.push(`focused and not on the screen: ${seen.name}`);
  }
  return [...new Set(problems)];
}

/** What moves although the reader asked for less motion. */
export async function motionProblems(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page.evaluate(() => {
    const seconds = (text: string) => Math.max(...text.split(',').map((part) => Number.parseFloat(part)));
    const moving = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
      return (
        seconds(transitionDuration) > 0 ||
        (animationName !== 'none' && seconds(animationDuration) > 0) ||
        scrollBehavior === 'smooth'
      );
    });
    return moving.map(
      (element) => `moves: <${element.tagName.toLowerCase()} class="${element.getAttribute('class')}">`,
    );
  });
}

/** What is lost when the page is shown at twice its size: text that is cut off, or a page that must be moved sideways. */
export async function zoomProblems(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 640, height: 450 });
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
    const cut = [
      ...document.querySelectorAll<HTMLElement>('main p, main li, main dd, main h1, main h2, main h3'),
    ].filter(
      (element) =>
        element.checkVisibility() &&
        element.scrollWidth > element.clientWidth + 1 &&
        ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) &&
        !element.matches('.visually-hidden'),
    );
    return [...wide, ...cut.map((element) => `cut off: ${element.textContent?.slice(0, 40)}`)];
  });
}

/** Prose whose lines are longer than one reads with ease, in characters. */
export async function measureProblems(page: Page, most = 80): Promise<string[]> {
  return page.evaluate((limit) => {
    const long: string[] = [];
    for (const paragraph of document.querySelectorAll<HTMLElement>('.text > p, .lede')) {
      const text = paragraph.textContent ?? '';
      if (text.length < 200) continue;
      const { height } = paragraph.getBoundingClientRect();
      const lines = Math.round(height / Number.parseFloat(getComputedStyle(paragraph).lineHeight));
      if (text.length / lines > limit)
        long.push(`${Math.round(text.length / lines)} characters a line: ${text.slice(0, 40)}`);
    }
    return long;
  }, most);
}
