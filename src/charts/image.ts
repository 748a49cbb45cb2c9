/** One image with one text: no parts with names of their own, no styles of its own, no place finer than can be seen. */
export function asImage(plot: SVGSVGElement | HTMLElement, text: string): string {
  for (const style of plot.querySelectorAll('style')) style.remove();
  for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  for (const part of plot.querySelectorAll('[aria-hidden]')) part.removeAttribute('aria-hidden');
  for (const part of [plot, ...plot.querySelectorAll('[style]')]) part.removeAttribute('style');
  plot.removeAttribute('class');
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', text);
  return plot.outerHTML.replace(place, (attribute) => attribute.replace(fine, (number) => `${+(+number).toFixed(1)}`));
}

/** An attribute that says where something is. */
const place = / (?:[xy][12]?|c[xy]|d|transform)="[^"]*"/g;
const fine = /\d+\.\d{2,}/g;
