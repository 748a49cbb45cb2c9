import type { Broken } from './check.ts';

/** What stands in the issue; empty where every link that was asked answers. */
export function report(
  broken: Broken[],
  asked: number,
  left: Record<string, { links: number; reason: string }>,
): string {
  if (broken.length === 0) return '';
  const lines = broken.map(({ url, why, from }) => `- ${url} ${why}\n  in ${from.slice(0, 5).join(', ')}`);
  const hosts = Object.entries(left).map(([host, { links, reason }]) => `- ${host} (${links}): it ${reason}`);
  return [
    `${broken.length} of ${asked} links that lead outside do not answer as they should.`,
    lines.join('\n'),
    'A source that is gone needs an address that lasts: the same text at a commit, or in an archive. Say in `version` what was read.',
    ...(hosts.length ? [`Not asked:\n\n${hosts.join('\n')}`] : []),
  ].join('\n\n');
}
