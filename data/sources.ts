import { defineSources } from '../src/schema/index.ts';
export const sources = defineSources({});
