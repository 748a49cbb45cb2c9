import { placeholder } from '../../schema/index.ts';
import type { Records } from '../types.ts';
import type { Fault, Rule } from './rule.ts';

/** Fences in which a reader finds commands. */
const fence = /^(```|~~~)(?:sh|bash|shell|console)\b[^\n]*\n([\s\S]*?)^\1/gm;
const inLine = /(?<!`)`([^`\n]+)`(?!`)/g;
/** This project's own tools are not procedures of an array. */
const own = /^(npm|npx|node|git|nix|nix-\w+|nixos-rebuild|disko)$/;
/** Where one simple command of a step ends and another begins. */
const seams = /[;|&\n()]|\$\(|"\$\(/;

type Words = string[];
const wordsOf = (text: string): Words => text.replace(/[`"']/g, ' ').split(/\s+/).filter(Boolean);

/** Every simple command of every procedure, as words; a word with a parameter in it stands for any value. */
const simpleCommands = (records: Records): Words[] =>
  [...records.procedure.values()].flatMap(({ steps, requires }) =>
    [...steps.map(({ run }) => run), ...requires.map(({ check }) => check)].flatMap((run) =>
      run.split(seams).map(wordsOf),
    ),
  );

const hasParameter = (word: string) => word.search(placeholder) >= 0;
/** A value, as against an option or the name of what is to be done. */
const isValue = (word: string) => /[^a-z-]/.test(word);
const fits = (said: string, word: string) =>
  said === word || (hasParameter(word) && isValue(said)) || /^[A-Z…]+$/.test(said);

/** Are these words of the command, in its order, the program first? */
function isPartOf(said: Words, command: Words): boolean {
  const start = command.indexOf(said[0] ?? '');
  if (start < 0) return false;
  let at = start;
  return said.every((word, i) => {
    while (at < command.length && !fits(word, command[at] ?? '')) at += 1;
    const found = at < command.length && (i > 0 || at === start);
    at += 1;
    return found;
  });
}

/** Commands in a text, with the line of each: every line of a fence, and code in a line that begins with a known program. */
export function commandsIn(body: string, programs: ReadonlySet<string>): { command: string; line: number }[] {
  const lineAt = (offset: number) => body.slice(0, offset).split('\n').length;
  const fenced = [...body.matchAll(fence)].flatMap((match) =>
    (match[2] ?? '').split('\n').map((text, i) => ({
      command: text.replace(/^\$\s/, '').trim(),
      line: lineAt(match.index) + 1 + i,
    })),
  );
  const prose = body.replace(/^(```|~~~)[\s\S]*?^\1/gm, (code) => code.replace(/[^\n]/g, ' '));
  const within = [...prose.matchAll(inLine)]
    .map((match) => ({ command: (match[1] ?? '').trim(), line: lineAt(match.index) }))
    .filter(({ command }) => programs.has(wordsOf(command)[0] ?? '') && wordsOf(command).length > 1);
  return [...fenced.filter(({ command }) => command !== '' && !command.startsWith('#')), ...within];
}

/** A command that a page shows has been run: it stands in a procedure, and the lab runs every procedure. */
export const commandsComeFromProcedures: Rule = {
  name: 'commands-come-from-procedures',
  check: ({ records }) => {
    const known = simpleCommands(records);
    const programs = new Set(known.flatMap(([program]) => program ?? []));
    const isKnown = (command: string) =>
      command
        .split(seams)
        .map(wordsOf)
        .filter((words) => words.length > 0 && !own.test(words[0] ?? ''))
        .every((words) => known.some((one) => isPartOf(words, one)));
    return Object.entries(records.prose).flatMap(([folder, pages]) =>
      pages.flatMap((page): Fault[] =>
        commandsIn(page.body, programs)
          .filter(({ command }) => !isKnown(command))
          .map(({ command, line }) => ({
            file: page.file,
            id: `${folder} ${page.id}`,
            field: 'body',
            line: page.bodyLine + line - 1,
            message: `the command \`${command}\` is in no procedure`,
            remedy: 'write it into a procedure in data/procedures/ that an experiment runs, or show one that is there',
          })),
      ),
    );
  },
};
