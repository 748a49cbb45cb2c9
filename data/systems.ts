import { defineSystems } from '../src/schema/index.ts';
export const systems = defineSystems({});
