import { parse } from 'yaml';

/** A workflow as far as the rules look at it. */
interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  permissions?: unknown;
  'timeout-minutes'?: number;
  steps?: Step[];
}
export interface Workflow {
  text: string;
  on: Record<string, unknown>;
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

/** Reads a workflow. `on` may be a word, a list or a map: it is a map here. */
export function workflowOf(text: string): Workflow {
  const read = parse(text) as Omit<Workflow, 'text' | 'on'> & { on: unknown };
  const { on } = read;
  const events =
    typeof on === 'string' ? { [on]: {} } : Array.isArray(on) ? Object.fromEntries(on.map((e) => [e, {}])) : on;
  return { ...read, on: (events ?? {}) as Record<string, unknown>, jobs: read.jobs ?? {}, text };
}

/** What the package offers, so that a workflow cannot call what is not there. */
export interface Offered {
  scripts: string[];
  exists: (file: string) => boolean;
}
export interface WorkflowRule {
  name: string;
  /** One sentence for each place where the rule is broken. */
  check(workflow: Workflow, offered: Offered): string[];
}

const jobs = ({ jobs }: Workflow) => Object.entries(jobs);
const steps = (workflow: Workflow) => jobs(workflow).flatMap(([, job]) => job.steps ?? []);
const scopes = (permissions: unknown): [string, string][] =>
  typeof permissions === 'string' ? [['everything', permissions]] : Object.entries(permissions ?? {});
const writes = (permissions: unknown) => scopes(permissions).filter(([, level]) => /write/.test(level));

export const rules: WorkflowRule[] = [
  {
    name: 'actions-are-pinned-by-commit',
    check: ({ text }) =>
      [...text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)]
        .map(([, uses = '']) => uses)
        .filter((uses) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))
        .map(
          (uses) => `${uses} is not pinned by a commit with its version behind it, as in owner/name@<commit> # v1.2.3`,
        ),
  },
  {
    name: 'permissions-are-least',
    check: (workflow) => [
      ...(workflow.permissions === undefined
        ? ['the workflow declares no permissions, and so has those of the repository']
        : []),
      ...scopes(workflow.permissions)
        .filter(([scope, level]) => scope !== 'contents' || level !== 'read')
        .map(([scope, level]) => `every job has ${scope}: ${level}; give it to the job that needs it`),
      ...jobs(workflow)
        .filter(([, { permissions }]) => typeof permissions === 'string')
        .map(([job]) => `the job ${job} has permissions by the dozen; name those that it needs`),
    ],
  },
  {
    name: 'strangers-get-nothing',
    check: (workflow) => {
      if (!('pull_request' in workflow.on)) return [];
      return [
        ...jobs(workflow).flatMap(([job, { permissions }]) =>
          writes(permissions).map(([scope]) => `the job ${job} runs the code of pull requests with ${scope}: write`),
        ),
        ...[...workflow.text.matchAll(/\$\{\{[^}]*\b(secrets\.\w+|github\.token)/g)].map(
          ([, secret]) => `the code of pull requests would be handed ${secret}`,
        ),
      ];
    },
  },
  {
    name: 'no-pull-request-target',
    check: ({ on }) =>
      'pull_request_target' in on ? ['pull_request_target runs with our rights on what a stranger wrote'] : [],
  },
  {
    name: 'nothing-is-pasted-into-a-script',
    check: (workflow) =>
      steps(workflow)
        .flatMap(({ run }) => [...(run ?? '').matchAll(/\$\{\{.*?\}\}/g)])
        .map(([expression]) => `${expression} stands in a script; hand it over in env, and quote the variable`),
  },
  {
    name: 'checkouts-keep-no-token',
    check: (workflow) =>
      steps(workflow).flatMap(({ uses, with: given }) => {
        if (!uses?.startsWith('actions/checkout@')) return [];
        const ref = String(given?.['ref'] ?? '');
        return [
          ...(given?.['persist-credentials'] === false ? [] : ['a checkout leaves its token in .git/config']),
          ...('workflow_run' in workflow.on && /workflow_run|head|pull/.test(ref)
            ? [`${ref} is the code of a stranger, in a workflow that may write`]
            : []),
        ];
      }),
  },
  {
    name: 'jobs-come-to-an-end',
    check: (workflow) => [
      ...(workflow.concurrency === undefined ? ['two runs may overlap: the workflow declares no concurrency'] : []),
      ...jobs(workflow)
        .filter(([, job]) => job['timeout-minutes'] === undefined)
        .map(([job]) => `the job ${job} has no timeout-minutes`),
    ],
  },
  {
    name: 'commands-are-there',
    check: (workflow, { scripts, exists }) => {
      const text = steps(workflow)
        .map(({ run }) => run ?? '')
        .join('\n');
      const called = [...text.matchAll(/\bnpm (?:run )?(?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
      const own = ['ci', 'audit', 'run'];
      const files = [...text.matchAll(/\bnode ([\w./-]+\.(?:ts|mjs))/g)].map(([, file = '']) => file);
      return [
        ...called
          .filter((name) => !own.includes(name) && !scripts.includes(name))
          .map((name) => `npm run ${name}: package.json has no such script`),
        ...files.filter((file) => !exists(file)).map((file) => `node ${file}: there is no such file`),
      ];
    },
  },
];

/** Everything that is wrong with a workflow, each with the name of its rule. */
export const faultsOf = (workflow: Workflow, offered: Offered): string[] =>
  rules.flatMap((rule) => rule.check(workflow, offered).map((fault) => `${rule.name}: ${fault}`));
