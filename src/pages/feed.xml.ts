import type { APIRoute } from 'astro';
import { getModel } from '../model/index.ts';
import { currentEdition } from '../report/edition.ts';
import { feedOf } from '../site/feed.ts';
import { getHistory } from '../site/known-history.ts';

export const GET: APIRoute = async () => {
  const model = await getModel();
  return new Response(feedOf(model, await getHistory(), currentEdition(model.task.created)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
