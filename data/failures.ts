import { defineFailures } from '../src/schema/index.ts';
export const failures = defineFailures({});
