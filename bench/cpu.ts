import { spawnSync } from 'node:child_process';

/** CPU seconds (user and system, all children) and wall seconds of a shell command. Throws when it fails. */
export function cpuSeconds(command: string, cwd: string): { cpu: number; wall: number } {
  const started = performance.now();
  // A build may warn of each of a thousand pages.
  const done = spawnSync('bash', ['-c', `set -e; ${command} >&2; times`], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`${command} ended with ${done.status}\n${done.stderr.slice(-2000)}`);
  const children = done.stdout.trim().split('\n').at(-1) ?? '';
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return { cpu: seconds.reduce((a, b) => a + b, 0), wall: (performance.now() - started) / 1000 };
}

/** The middle one of several measurements, by CPU. */
export function typical(times: number, measure: () => { cpu: number; wall: number }): { cpu: number; wall: number } {
  const sorted = Array.from({ length: times }, measure).sort((a, b) => a.cpu - b.cpu);
  return sorted[times >> 1] ?? { cpu: Number.NaN, wall: Number.NaN };
}

export function row(name: string, cpu: number, limit: string): void {
  console.log(`${name.padEnd(58)} ${cpu.toFixed(2).padStart(7)} s   ${limit}`);
}
