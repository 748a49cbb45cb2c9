/** The few calls of the forge's REST interface that the workflows make. Paths start below /repos/<owner>/<name>. */
export interface Api {
  get(path: string): Promise<unknown>;
  send(method: 'POST' | 'PATCH', path: string, body: Record<string, unknown>): Promise<unknown>;
}

/** Calls with the token of the job. Throws with status and path, and never with the token, where one fails. */
export function apiOf({ url, repository, token }: { url: string; repository: string; token: string }): Api {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error(`"${repository}" is not the name of a repository`);
  async function call(method: string, path: string, body?: Record<string, unknown>): Promise<unknown> {
    const response = await fetch(`${url}/repos/${repository}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(30_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.json();
  }
  return { get: (path) => call('GET', path), send: call };
}

/** The interface as a job of a workflow finds it in its environment. */
export function apiFromEnvironment(environment: NodeJS.ProcessEnv): Api {
  const { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = environment;
  if (!url || !repository || !token)
    throw new Error('GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN must be set, as they are in a workflow');
  return apiOf({ url, repository, token });
}

const perPage = 100;
/** Every entry of a list, page by page; ten pages are enough for what we look for. */
export async function listAll(api: Api, path: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; page <= 10; page++) {
    const entries = await api.get(`${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`);
    if (!Array.isArray(entries)) throw new Error(`${path} is not a list`);
    all.push(...entries);
    if (entries.length < perPage) break;
  }
  return all;
}

/** What a workflow wrote itself earlier: nobody else can post under this name. */
export const isOurs = (user: { login: string; type: string } | null): boolean =>
  user?.login === 'github-actions[bot]' && user.type === 'Bot';
