import { type Api, isOurs, listAll } from './api.ts';

interface Issue {
  number: number;
  title: string;
  body: string | null;
  user: { login: string; type: string } | null;
  pull_request?: unknown;
}

/** What one issue is kept about: an empty text means that there is nothing to say, and closes it. */
export interface Kept {
  about: string;
  title: string;
  text: string;
}

/** Keeps one open issue about a matter: opens it, rewrites it, or closes it. Says what was done. */
export async function keepIssue(api: Api, { about, title, text }: Kept): Promise<string> {
  const mark = `<!-- kept about ${about} -->`;
  const issues = (await listAll(api, '/issues?state=open&creator=github-actions%5Bbot%5D')) as Issue[];
  const ours = issues.filter(({ user, pull_request }) => isOurs(user) && !pull_request);
  const earlier = ours.find(({ body }) => body?.startsWith(mark));
  const body = `${mark}\n${text.slice(0, 60_000)}\n`;
  if (!text.trim()) {
    if (!earlier) return `nothing to say about ${about}`;
    await api.send('PATCH', `/issues/${earlier.number}`, { state: 'closed', state_reason: 'completed' });
    return `closed #${earlier.number}`;
  }
  if (!earlier) {
    await api.send('POST', '/issues', { title, body });
    return `opened an issue about ${about}`;
  }
  if (earlier.body === body && earlier.title === title) return `#${earlier.number} says so already`;
  await api.send('PATCH', `/issues/${earlier.number}`, { title, body });
  return `rewrote #${earlier.number}`;
}
