import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptOf } from '../../src/schema/index.ts';
import { type Hardware, initrdOf } from '../machine/arguments.ts';
import { allProcedures } from '../machine/procedures.ts';

const agent = join(import.meta.dirname, '..', 'agent');

/**
 * Packs the initrd of a run: busybox and the kernel's modules from the image, the agent from the working tree. The agent is not part
 * of the image, so a change to it needs no new image. Runbooks go along as the scripts that the site offers. It goes to
 * the machine's own directory.
 */
export function packInitrd({ image, kernel, scratch }: Pick<Hardware, 'image' | 'kernel' | 'scratch'>): void {
  const tree = join(scratch, 'initrd');
  for (const directory of ['dev', 'lower', 'upper', 'root', 'lab'])
    mkdirSync(join(tree, directory), { recursive: true });
  cpSync(join(image, `initrd-${kernel}`), tree, { recursive: true });
  cpSync(join(agent, 'initrd.sh'), join(tree, 'init'));
  for (const file of readdirSync(agent).filter((name) => /\.(py|sh)$/.test(name)))
    cpSync(join(agent, file), join(tree, 'lab', file));
  for (const [id, one] of allProcedures)
    if (one.runbook) writeFileSync(join(tree, 'lab', `${id}.sh`), scriptOf(id, one));
  const names = readdirSync(tree, { recursive: true, encoding: 'utf8' }).sort().join('\n');
  const packed = spawnSync('cpio', ['--create', '--format=newc', '--quiet'], {
    cwd: tree,
    input: names,
    maxBuffer: 1 << 28,
  });
  if (packed.status !== 0) throw new Error(`cpio failed: ${packed.error?.message ?? packed.stderr}`);
  writeFileSync(initrdOf(scratch), packed.stdout);
}
