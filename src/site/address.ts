const trimmed = (process.env['SITE_BASE'] ?? '/ssd-cache-decision').replace(/^\/+|\/+$/g, '');

/** The path under which the site is served, with a slash at both ends. `SITE_BASE` overrides it. */
export const base = trimmed ? `/${trimmed}/` : '/';

/** The origin at which the site is published, where that is known: `SITE_URL`. */
export const site = process.env['SITE_URL'];

/** A path of the site (`/matrix/#cell`) as a link that works under the base. */
export const href = (path: string): string => base + path.replace(/^\//, '');

/** The origin for what has to be a whole address; where the site is not published yet, the one of `npm start`. */
export const origin = site ?? 'http://localhost:4321';

/** A path that has the base already as a whole address. */
export const whole = (path: string): string => new URL(path, origin).href;
