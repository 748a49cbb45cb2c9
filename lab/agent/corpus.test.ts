import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Writes eight blocks, then reads them back with a kernel that does to reads what `preadv` says. */
const python = (preadv: string) => `
import errno, os, sys, tempfile
sys.path.insert(0, ${JSON.stringify(import.meta.dirname)})
sys.dont_write_bytecode = True
import corpus
os.O_DIRECT = 0
path = os.path.join(tempfile.mkdtemp(), 'file')
out, sys.stdout = sys.stdout, open(os.devnull, 'w')
corpus.write(path, 8, (7, 1, 1), False)
sys.stdout = out
real = os.preadv
def preadv(file, views, at):
    first, count = at // 4096, len(views[0]) // 4096
${preadv}
os.preadv = preadv
corpus.verify(path, 8, (7, 1, 1), None)
os.remove(path)
os.rmdir(os.path.dirname(path))
`;
const verify = (preadv: string) => JSON.parse(execFileSync('python3', ['-c', python(preadv)], { encoding: 'utf8' }));
const whole = '    return real(file, views, at)';
const failing = '    if first <= 5 < first + count: raise OSError(errno.EIO, "as a block that fails its checksum")';
const short = '    if count == 8: return real(file, [views[0][:5 * 4096]], at)';

describe('verify', () => {
  it('finds all good where nothing is wrong', () => {
    expect(verify(whole)).toEqual({ blocks: 8, good: 8, unreadable: [], wrong: [] });
  });
  it('asks for each block by itself after an error', () => {
    expect(verify(`${failing}\n${whole}`)).toEqual({ blocks: 8, good: 7, unreadable: [5], wrong: [] });
  });
  it('reads on behind a read that stopped short of a block that fails', () => {
    expect(verify(`${short}\n${failing}\n${whole}`)).toEqual({ blocks: 8, good: 7, unreadable: [5], wrong: [] });
  });
});
