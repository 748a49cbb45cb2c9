import type { APIRoute } from 'astro';
import { getModel } from '../model/index.ts';
import type { Model } from '../model/types.ts';
import { href, whole } from '../site/address.ts';
import { mainDecision } from '../site/lookup.ts';
import { pathOf } from '../site/paths.ts';

/** The site for a reader that is a program, after llmstxt.org: what it is, and where each page stands as Markdown. */
export const GET: APIRoute = async () => new Response(textOf(await getModel()));

const link = (title: string, path: string, says: string) => `- [${title}](${whole(path)}index.md): ${says}`;
const section = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines, ''];

function textOf(model: Model): string {
  const main = mainDecision(model);
  const page = (title: string, path: string, says: string) => link(title, href(path), says);
  return [
    '# SSDs under a btrfs array',
    '',
    `> ${model.task.title}. ${main ? `${main.outcome} (${main.status})` : 'Not decided yet.'}`,
    '',
    'Every claim is bound to evidence: an experiment that ran on a real kernel in a virtual machine, or a source that was',
    'read. Verdicts are derived, never written. Figures come from emulated processors and throttled virtual disks: ratios',
    'and counts carry over to a real machine, absolute times do not. Each page has a Markdown twin, `index.md` beside it.',
    '',
    ...section('The answer', [
      page('Home', '/', 'the verdict so far, and how sure it is'),
      ...model.decisions.map(({ id, title, status, outcome }) =>
        link(title, pathOf('decision', id), `${status}. ${outcome}`),
      ),
      page('The whole report', '/report/', 'everything as one document'),
    ]),
    ...section(
      'Acceptance criteria',
      model.criteria.map(({ id, short, state }) => link(short, pathOf('criterion', id), state)),
    ),
    ...section(
      'Key questions',
      model.questions.map(({ id, text, state }) => link(text, pathOf('question', id), state)),
    ),
    ...section('Evidence', [
      page('Matrix', '/matrix/', 'every system against every question'),
      page('Findings', '/findings/', 'every claim with its verdict and grade'),
      page('Experiments', '/experiments/', 'what was tried, down to the transcripts'),
      page('Failures', '/failures/', 'what breaks, how it shows, how to recover'),
      page('Runbooks', '/procedures/', 'the commands, as they were run'),
      page('Sources', '/sources/', 'what was read'),
      `- [Data as JSON](${whole(href('/api/v1/index.json'))}): all of it, with schemas`,
    ]),
    ...section('Optional', [
      page('What changed', '/changes/', 'what is said otherwise than before'),
      page('Method', '/method/', 'how the lab measures'),
      page('The task', '/task/', 'what was asked'),
      `- [Feed](${whole(href('/feed.xml'))}): findings and decisions as they change`,
    ]),
  ].join('\n');
}
