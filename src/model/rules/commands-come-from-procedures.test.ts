import { describe, expect, it } from 'vitest';
import { complaints, page } from '../fixture.ts';
import { commandsIn } from './commands-come-from-procedures.ts';

const withBody = (body: string) =>
  complaints((f) => {
    f.pages.criteria['loss'] = { ...page(), body };
  });

describe('commands-come-from-procedures', () => {
  it('complains of a command that no procedure has, with its line', () => {
    expect(withBody('Do this:\n\n```sh\nbtrfs scrub cancel /mnt\n```\n')).toEqual([
      'commands-come-from-procedures: content/criteria/loss.mdx criteria loss body: the command `btrfs scrub cancel /mnt` is in no procedure → write it into a procedure in data/procedures/ that an experiment runs, or show one that is there',
    ]);
  });

  it('complains of one within a line of text', () => {
    expect(withBody('Then `btrfs scrub resume` goes on.\n')).toHaveLength(1);
  });

  it.each([
    '```sh\n# reads all\n$ btrfs scrub start -B /srv/data\n```\n',
    'The command is `btrfs scrub start`.\n',
    'Ask `btrfs scrub start -B DIRECTORY` for it.\n',
    '`btrfs` is a file system, `destroy = false` an option.\n',
    '```sh\nnpm run lab -- list\n```\n',
    '```nix\nboot.kernelModules = [ ];\n```\n',
  ])('leaves %j alone', (body) => {
    expect(withBody(body)).toEqual([]);
  });

  it('knows on which line a command stands', () => {
    expect(commandsIn('a\n\n```sh\none\ntwo\n```\n`scrub it`\n', new Set(['scrub']))).toEqual([
      { command: 'one', line: 4 },
      { command: 'two', line: 5 },
      { command: 'scrub it', line: 7 },
    ]);
  });
});
