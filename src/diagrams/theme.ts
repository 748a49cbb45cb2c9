/**
 * Mermaid computes colours, so it cannot be given CSS variables. It gets colours that nothing else uses, one for each
 * role, and these are exchanged for variables in the SVG: one drawing for light, dark and paper.
 */
const roles = {
  ground: '#fefef1',
  box: '#fefef2',
  group: '#fefef3',
  note: '#fefef4',
  ink: '#0a0a01',
  line: '#0a0a02',
  border: '#0a0a03',
  noteBorder: '#0a0a04',
} as const;

type Role = keyof typeof roles;

/** Every variable of Mermaid that would otherwise be derived from another by making it lighter or darker. */
const variables: Record<Role, string[]> = {
  ground:
    'background rowOdd altBackground compositeBackground attributeBackgroundColorOdd sectionBkgColor sectionBkgColor2 altSectionBkgColor excludeBkgColor edgeLabelBackground relationLabelBackground'.split(
      ' ',
    ),
  box: 'primaryColor secondaryColor tertiaryColor mainBkg actorBkg labelBoxBkgColor stateBkg taskBkgColor activeTaskBkgColor activationBkgColor labelBackgroundColor compositeTitleBackground'.split(
    ' ',
  ),
  group: 'clusterBkg rowEven attributeBackgroundColorEven doneTaskBkgColor'.split(' '),
  note: ['noteBkgColor'],
  ink: 'primaryTextColor secondaryTextColor tertiaryTextColor textColor actorTextColor labelTextColor loopTextColor nodeTextColor stateLabelColor classText taskTextColor taskTextDarkColor taskTextLightColor taskTextOutsideColor titleColor signalTextColor sequenceNumberColor transitionLabelColor relationLabelColor noteTextColor'.split(
    ' ',
  ),
  line: 'lineColor arrowheadColor signalColor actorLineColor transitionColor specialStateColor innerEndBackground defaultLinkColor relationColor gridColor'.split(
    ' ',
  ),
  border:
    'primaryBorderColor secondaryBorderColor tertiaryBorderColor nodeBorder actorBorder labelBoxBorderColor stateBorder taskBorderColor activeTaskBorderColor doneTaskBorderColor activationBorderColor clusterBorder'.split(
      ' ',
    ),
  noteBorder: ['noteBorderColor'],
};

const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][];

export const themeVariables = Object.fromEntries(
  entries(variables).flatMap(([role, names]) => names.map((name) => [name, roles[role]])),
);

/** Exchanges the stand-in colours for the variables of the site's style sheet. */
export const withCssVariables = (svg: string): string =>
  entries(roles).reduce(
    (text, [role, colour]) =>
      text.replaceAll(
        new RegExp(`${colour}(?![0-9a-f])`, 'gi'),
        `var(--diagram-${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`,
      ),
    svg,
  );

/** The rest of the configuration. Without the seed, and with derived ids, each rendering would differ from the last. */
export const config = {
  startOnLoad: false,
  handDrawnSeed: 1,
  securityLevel: 'strict',
  deterministicIds: true,
  htmlLabels: false,
  fontFamily: 'sans-serif',
  look: 'classic',
  layout: 'dagre',
  theme: 'base',
  flowchart: { htmlLabels: false, subGraphTitleMargin: { top: 4, bottom: 14 } },
  sequence: { wrap: true },
  class: { htmlLabels: false },
  state: { htmlLabels: false },
  themeVariables,
};
