import type { Fault, Rule } from './rule.ts';

/** What may hold digits without being a figure; each is blanked so that lines keep their numbers. */
const exempt = [
  /^(```|~~~)[\s\S]*?^\1/gm, // code
  /`[^`\n]*`/g, // code in a line: versions, commands, names
  /\{\/\*[\s\S]*?\*\/\}/g, // comments
  /<\/?[A-Za-z][^>]*>/g, // components and their attributes
  /\]\([^)]*\)/g, // where a link leads
  /^(import|export) .*$/gm,
  /^\s*\d+\. /gm, // numbered lists
  /\b\d{4}-\d{2}-\d{2}\b/g, // dates
  /\b0\d{3}\b/g, // numbers of decisions
  /#\d\b/g, // numbers of criteria
];
const figure = /(?<![\w.])\d[\d.,]*\w*/g;

/** Figures typed in prose, with the line of the text on which each stands. */
export function typedFigures(body: string): { figure: string; line: number }[] {
  const blanked = exempt.reduce((text, pattern) => text.replace(pattern, (m) => m.replace(/[^\n]/g, ' ')), body);
  return [...blanked.matchAll(figure)].map((match) => ({
    figure: match[0].replace(/[.,]+$/, ''),
    line: blanked.slice(0, match.index).split('\n').length,
  }));
}

const remedy =
  'write <Value of="experiment/measure" /> for what was measured, <Given of="…" /> for what the task states, or put a version in `backticks`';

/** A number in prose is taken from the model by component, so that it changes when the evidence does. */
export const figuresComeFromTheModel: Rule = {
  name: 'figures-come-from-the-model',
  check: ({ records }) =>
    Object.entries(records.prose).flatMap(([folder, pages]) =>
      pages.flatMap((page): Fault[] => {
        const at = { file: page.file, id: `${folder} ${page.id}` };
        const inBody = typedFigures(page.body).map(({ figure, line }) => ({
          ...at,
          line: page.bodyLine + line - 1,
          field: 'body',
          message: `the figure ${figure} is typed in`,
          remedy,
        }));
        const front = page.frontmatter;
        const lead = 'answer' in front ? front.answer : front.outcome;
        const inLead = typedFigures(lead).map(({ figure }) => ({
          ...at,
          field: 'answer' in front ? 'answer' : 'outcome',
          message: `the figure ${figure} is typed in`,
          remedy: 'say it in words here, and give the figure in the text by component',
        }));
        return [...inLead, ...inBody];
      }),
    ),
};
