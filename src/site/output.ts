import { join } from 'node:path';
import type { RouteData } from 'astro';
import { base, origin } from './address.ts';

/** Where a route is asked for while it is rendered. */
export function urlOf(pathname: string, route: RouteData): URL {
  const path = bare(pathname);
  const slash = route.type !== 'endpoint' && path !== '';
  return new URL(`${base}${path}${slash ? '/' : ''}`, origin);
}

/** The path of a route, without the base, from where it is asked for. */
export const pathnameOf = (url: string): string => decodeURI(new URL(url).pathname).slice(base.length);

/** The file of a route in the built site. */
export function fileOf(pathname: string, route: RouteData): string {
  const path = bare(pathname);
  if (route.type === 'endpoint') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

const bare = (pathname: string) => pathname.replace(/^\/|\/$/g, '');
