import type { AnswerState, Cost, Grade, Mark, Status, Verdict } from '../schema/index.ts';

export type Marked =
  | Mark
  | Verdict
  | AnswerState
  | Status
  | Cost
  | 'as expected'
  | 'not as expected'
  | 'met'
  | 'not met';
type Tone = 'good' | 'mixed' | 'poor' | 'none';

// Drawn as lines in the colour of the word; class `f` fills. The style sheet says so once, not each of hundreds of marks.
const ring = '<circle cx="8" cy="8" r="6.2"/>';
const dashed = '<circle cx="8" cy="8" r="6.2" stroke-dasharray="2.4 2.4"/>';
const square = '<path d="M2 2h12v12H2z"/>';
const line = (d: string) => `<path d="${d}"/>`;

const shapes = {
  disc: '<circle class="f" cx="8" cy="8" r="7"/>',
  half: `${ring}<path class="f" d="M8 1.8a6.2 6.2 0 0 0 0 12.4z"/>`,
  wedge: '<path class="f" d="M1.4 3h13.2L8 14.6z"/>',
  crossed: square + line('M5 5l6 6M11 5l-6 6'),
  barred: square + line('M4.6 8h6.8'),
  dashed,
  locked: `<path d="M2 2h12v12H2z" stroke-dasharray="2.4 2.4"/>${line('M4.5 11.5l7-7')}`,
  check: line('M2.2 8.6l3.9 4 7.7-9.2'),
  cross: line('M3 3l10 10M13 3L3 13'),
  wave: line('M1.5 9.4c2-4.6 4.4-4.6 6.5-1.4s4.5 3.2 6.5-1.4'),
  warning: line('M8 1.8l6.6 12H1.4zM8 6.2v3.6M8 11.2v1.4'),
  ring,
  arrow: line('M2 8h10.5M8.6 4l4.2 4-4.2 4'),
} as const;

const looks: Record<Marked, [keyof typeof shapes, Tone]> = {
  good: ['disc', 'good'],
  mixed: ['half', 'mixed'],
  poor: ['wedge', 'poor'],
  fails: ['crossed', 'poor'],
  'not supported': ['barred', 'none'],
  'not tested': ['dashed', 'none'],
  'cannot be tested here': ['locked', 'none'],
  holds: ['check', 'good'],
  refuted: ['cross', 'poor'],
  inconclusive: ['wave', 'mixed'],
  'not run': ['dashed', 'none'],
  invalid: ['warning', 'poor'],
  answered: ['disc', 'good'],
  'partly answered': ['half', 'mixed'],
  open: ['ring', 'none'],
  draft: ['dashed', 'none'],
  proposed: ['half', 'mixed'],
  accepted: ['disc', 'good'],
  rejected: ['cross', 'poor'],
  deprecated: ['barred', 'none'],
  superseded: ['arrow', 'none'],
  'as expected': ['check', 'none'],
  'not as expected': ['warning', 'mixed'],
  nothing: ['disc', 'good'],
  'one leg': ['half', 'mixed'],
  'the array': ['wedge', 'poor'],
  data: ['crossed', 'poor'],
  'not known': ['dashed', 'none'],
  met: ['check', 'good'],
  'not met': ['cross', 'poor'],
};

/** How a word looks: its tone, and the drawing inside a box of 16 by 16. */
export function look(word: Marked): { tone: Tone; shape: string } {
  const [shape, tone] = looks[word];
  return { tone, shape: shapes[shape] };
}

/** What a claim rests on, in a word or two, where there is little room. */
export const restsOn: Record<Grade, string> = {
  'measured on two kernels': 'lab',
  'measured on one kernel': 'lab',
  'upstream code or documentation': 'upstream',
  'reported by users': 'users',
  inferred: 'inferred',
};
