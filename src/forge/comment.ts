import { type Api, isOurs, listAll } from './api.ts';
import { defang } from './defang.ts';

/** The run whose end started us, as the event tells it. The forge vouches for every field. */
export interface CheckRun {
  event: string;
  head_sha: string;
  head_branch: string;
  head_repository: { full_name: string; owner: { login: string } } | null;
  html_url: string;
}
interface Pull {
  number: number;
  head: { sha: string; repo: { full_name: string } | null };
}
interface Comment {
  id: number;
  body: string;
  user: { login: string; type: string } | null;
}

export const mark = '<!-- review of claims -->';

/**
 * Posts the review of a pull request as the one comment that is ours, or rewrites it. Which pull request is meant is
 * asked of the forge, by the branch and commit of the run: the artifact gives the text and nothing else. Says what was
 * done.
 */
export async function postReview(api: Api, run: CheckRun, review: string): Promise<string> {
  if (run.event !== 'pull_request' || !run.head_repository) return 'the run belongs to no pull request';
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const pulls = (await listAll(api, `/pulls?state=open&head=${head}`)) as Pull[];
  const pull = pulls.find(
    ({ head: { sha, repo } }) => sha === run.head_sha && repo?.full_name === run.head_repository?.full_name,
  );
  if (!pull) return 'no open pull request stands at the commit of the run';

  const comments = (await listAll(api, `/issues/${pull.number}/comments`)) as Comment[];
  const earlier = comments.find(({ user, body }) => isOurs(user) && body.startsWith(mark));
  const body = bodyOf(run, review);
  if (earlier?.body === body) return `the comment on #${pull.number} says so already`;
  if (earlier) {
    await api.send('PATCH', `/issues/comments/${earlier.id}`, { body });
    return `rewrote the comment on #${pull.number}`;
  }
  if (!review.trim()) return 'no claim changes, and there is nothing to say';
  await api.send('POST', `/issues/${pull.number}/comments`, { body });
  return `commented on #${pull.number}`;
}

function bodyOf({ head_sha, html_url }: CheckRun, review: string): string {
  const at = `At ${head_sha.slice(0, 12)}, from [this run](${html_url}).`;
  if (!review.trim()) return `${mark}\nNothing changes any more in what we claim. ${at}\n`;
  const { text, cut } = defang(review);
  const rest = cut ? '\n\nThe rest is in the summary of the run.' : '';
  return `${mark}\n${at} The text below was made by the code of the pull request.\n\n${text}${rest}\n`;
}
