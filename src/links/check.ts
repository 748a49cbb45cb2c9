import type { Link } from './collect.ts';

export interface Broken extends Link {
  why: string;
}
/** How patiently to ask. Times in milliseconds. */
export interface Manners {
  timeout: number;
  /** Between two requests to one host. */
  pause: number;
  /** Hosts that are asked at the same time. */
  hosts: number;
  agent: string;
}
export const polite: Manners = { timeout: 20_000, pause: 1500, hosts: 4, agent: 'decision-record-link-check' };

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks every link, one after the other on each host, and gives those that do not answer as they should. */
export async function check(links: Link[], manners: Manners = polite): Promise<Broken[]> {
  const queues = [...Map.groupBy(links, ({ url }) => new URL(url).host).values()];
  const broken: Broken[] = [];
  const worker = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const [i, link] of queue.entries()) {
        if (i > 0) await wait(manners.pause);
        const why = await faultOf(link.url, manners);
        if (why) broken.push({ ...link, why });
      }
  };
  await Promise.all(Array.from({ length: manners.hosts }, worker));
  return broken.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Statuses of servers that do not know HEAD, or know it and treat it otherwise than GET. */
const wantsGet = (status: number) => [400, 403, 404, 405, 501].includes(status);
/** A server that is busy is asked once more. */
const isBusy = (status: number) => status === 429 || status >= 500;

async function faultOf(url: string, manners: Manners): Promise<string | undefined> {
  let answer = await ask('HEAD', url, manners);
  if (typeof answer === 'string' || wantsGet(answer)) {
    await wait(manners.pause);
    answer = await ask('GET', url, manners);
  }
  if (typeof answer === 'number' && isBusy(answer)) {
    await wait(manners.pause * 4);
    answer = await ask('GET', url, manners);
  }
  if (typeof answer === 'string') return answer;
  return answer >= 200 && answer < 300 ? undefined : `answers ${answer}`;
}

/** The status of the answer, or why there was none. The body is not read. */
async function ask(method: string, url: string, { timeout, agent }: Manners): Promise<number | string> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { method, signal, redirect: 'follow', headers: { 'user-agent': agent } });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const { name, message, cause } = error as Error;
    if (name === 'TimeoutError') return `does not answer within ${timeout / 1000} s`;
    return `cannot be reached: ${(cause as NodeJS.ErrnoException | undefined)?.code ?? message}`;
  }
}
