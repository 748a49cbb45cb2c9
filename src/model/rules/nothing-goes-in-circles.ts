import type { Fault, Rule } from './rule.ts';

/** The first circle that is found from each start, as the path that leads back to its beginning. */
function circles(next: (id: string) => readonly string[], ids: Iterable<string>): string[][] {
  const clear = new Set<string>();
  const found: string[][] = [];
  const walk = (id: string, path: string[]): boolean => {
    const start = path.indexOf(id);
    if (start >= 0) {
      found.push([...path.slice(start), id]);
      return true;
    }
    if (clear.has(id)) return false;
    const circular = next(id).some((to) => walk(to, [...path, id]));
    clear.add(id);
    return circular;
  };
  for (const id of ids) walk(id, []);
  return found;
}

/** No decision supersedes itself by a detour, and no finding is inferred from itself. */
export const nothingGoesInCircles: Rule = {
  name: 'nothing-goes-in-circles',
  check: ({ records }) => {
    const fault = (kind: string, field: string, file: string | undefined, circle: string[]): Fault => ({
      file: file ?? '',
      id: `${kind} ${circle[0]}`,
      field,
      message: `goes in a circle: ${circle.join(' → ')}`,
      remedy: 'remove one of these links',
    });
    const decisions = circles((id) => records.decision.get(id)?.supersedes ?? [], records.decision.keys());
    const premises = (id: string) =>
      (records.finding.get(id)?.evidence ?? []).flatMap((e) => ('from' in e ? e.from : []));
    const findings = circles(premises, records.finding.keys());
    return [
      ...decisions.map((c) => fault('decision', 'supersedes', records.decision.get(c[0] ?? '')?.file, c)),
      ...findings.map((c) => fault('finding', 'evidence', records.finding.get(c[0] ?? '')?.file, c)),
    ];
  },
};
