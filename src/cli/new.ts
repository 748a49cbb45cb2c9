/**
 * Writes a new record: `npm run new -- decision|finding|experiment|source|system [--flag value]…`. What no flag says is
 * asked for at a terminal; elsewhere it is an error that lists everything that is missing. `--help` lists the flags.
 */
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Answers, type Field, fields, kindsOfRecord } from '../scaffold/fields.ts';
import { scaffold } from '../scaffold/scaffold.ts';

const root = process.cwd();
const usage = `npm run new -- ${kindsOfRecord.join('|')} [--flag value]…`;

async function main(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  const kind = kindsOfRecord.find((known) => known === name);
  if (!kind) throw new TypeError(usage);
  const { values } = parseArgs({
    args: rest,
    options: {
      ...Object.fromEntries(
        fields[kind].map(({ flag }) => [flag, { type: 'string' as const, multiple: true as const }]),
      ),
      help: { type: 'boolean' as const },
    },
  });
  const { help, ...told } = values;
  if (help) {
    console.log(`${usage}\n\n${fields[kind].map(describe).join('\n')}`);
    return 0;
  }
  const given = told as Answers;
  const answers = process.stdin.isTTY
    ? { ...given, ...(await ask(fields[kind].filter(({ flag }) => !given[flag]))) }
    : given;
  return report(await scaffold(root, kind, answers));
}

const describe = ({ flag, asks, many, optional, otherwise }: Field): string => {
  const notes = [many && 'may be repeated', optional && 'may be left out', otherwise && `otherwise ${otherwise}`];
  return `  --${flag}  ${asks}${notes.some(Boolean) ? ` (${notes.filter(Boolean).join(', ')})` : ''}`;
};

/** Asks at the terminal; a field that may have several answers is asked for until nothing is said. */
async function ask(questions: Field[]): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Answers = {};
  for (const { flag, asks, many, optional, otherwise } of questions)
    for (;;) {
      const empty = many ? 'no more' : otherwise;
      const answer = (await terminal.question(`${asks}${empty ? ` (empty: ${empty})` : ''}: `)).trim();
      if (answer) answers[flag] = [...(answers[flag] ?? []), answer];
      const enough = answers[flag] || optional || otherwise;
      if (enough && !(many && answer)) break;
    }
  terminal.close();
  return answers;
}

function report(result: Awaited<ReturnType<typeof scaffold>>): number {
  if ('faults' in result) {
    console.error(`Nothing was written:\n${result.faults.map((fault) => `  ${fault}`).join('\n')}`);
    return 1;
  }
  const code = result.files.filter((file) => file.endsWith('.ts'));
  const formatted = code.length
    ? spawnSync('npx', ['--no-install', 'biome', 'check', '--write', ...code], { cwd: root, encoding: 'utf8' })
    : undefined;
  if (formatted?.status) console.error(`biome could not format it: ${formatted.stderr}`);
  console.log(`${result.kind} ${result.id} is in\n${result.files.map((file) => `  ${file}`).join('\n')}`);
  for (const id of result.finished) console.log(`The source ${id} is cited now, and no draft any more.`);
  for (const why of result.draftBecause) console.log(`It is a draft, since ${why}.`);
  return formatted?.status ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
