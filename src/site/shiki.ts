import { createCssVariablesTheme, type ShikiTransformer } from 'shiki';

/** Colours are CSS variables, so that one block of code serves the light theme, the dark one and paper. */
export const theme = createCssVariablesTheme({ name: 'css-variables', variablePrefix: '--code-', fontStyle: false });

const className = (style: unknown) =>
  typeof style === 'string' ? /var\(--code-(?:token-)?([\w-]+)\)/.exec(style)?.[1] : undefined;

/** Class names in place of style attributes: half the HTML, and nothing that a strict policy would block. */
export const classes: ShikiTransformer = {
  name: 'classes-instead-of-styles',
  span(node) {
    const name = className(node.properties['style']);
    delete node.properties['style'];
    if (name && name !== 'foreground') this.addClassToHast(node, `code-${name}`);
  },
  pre(node) {
    delete node.properties['style'];
  },
};
