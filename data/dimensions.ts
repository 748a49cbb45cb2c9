import { defineDimensions } from '../src/schema/index.ts';
export const dimensions = defineDimensions({});
