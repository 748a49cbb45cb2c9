import type { Model } from '../model/types.ts';
import { author, type Edition } from '../report/edition.ts';
import { href, whole } from './address.ts';
import { type Acceptance, stepsOf } from './history.ts';
import { escapeHtml } from './html.ts';
import { pathOf } from './paths.ts';

interface News {
  title: string;
  path: string;
  on: string;
  says: string;
  category: string;
}

/** So many of the newest: a feed is no archive. */
const most = 60;

/** What is new about findings and decisions, as an Atom feed. */
export function feedOf(model: Model, history: readonly Acceptance[], edition: Edition): string {
  const news = [...decisionNews(model), ...findingNews(model, history)]
    .sort((a, b) => b.on.localeCompare(a.on) || a.path.localeCompare(b.path))
    .slice(0, most);
  const self = whole(href('/feed.xml'));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    '<title>SSDs under a btrfs array: findings and decisions</title>',
    `<id>${self}</id>`,
    `<link rel="self" href="${self}"/>`,
    `<link rel="alternate" type="text/html" href="${whole(href('/changes/'))}"/>`,
    `<updated>${news[0]?.on ?? edition.date}</updated>`,
    `<author><name>${escapeHtml(author)}</name></author>`,
    ...news.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

const entryOf = ({ title, path, on, says, category }: News): string =>
  `<entry><title>${escapeHtml(title)}</title><id>${whole(path)}</id><link rel="alternate" type="text/html" href="${whole(path)}"/><updated>${on}</updated><category term="${category}"/><summary>${escapeHtml(says)}</summary></entry>`;

const findingNews = ({ findings }: Model, history: readonly Acceptance[]): News[] =>
  findings.flatMap(({ id, claim }) => {
    const steps = stepsOf(history, id);
    const [before, now] = [steps.at(-2), steps.at(-1)];
    if (!now) return [];
    const was = before ? ` Before: ${before.verdict}, ${before.grade}.` : '';
    return [
      {
        title: claim,
        path: pathOf('finding', id),
        on: now.on,
        says: `${now.verdict}, ${now.grade}.${was}`,
        category: 'finding',
      },
    ];
  });

const decisionNews = ({ decisions }: Model): News[] =>
  decisions.map(({ id, title, status, outcome, history, amendments }) => ({
    title: `${title} (${status})`,
    path: pathOf('decision', id),
    on: `${[...history, ...amendments]
      .map(({ on }) => on)
      .sort()
      .at(-1)}T00:00:00Z`,
    says: outcome,
    category: 'decision',
  }));
