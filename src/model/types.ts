import type {
  AnswerState,
  Area,
  Benchmark,
  Cell,
  Criterion,
  Decision,
  Dimension,
  Drive,
  Driver,
  Edition,
  Experiment,
  Failure,
  Finding,
  Gate,
  Grade,
  Kernel,
  Kind,
  Ledger,
  Page,
  Phase,
  PlanPath,
  Procedure,
  Question,
  Regression,
  Reported,
  Situation,
  Source,
  Status,
  Success,
  System,
  Task,
  Term,
  Verdict,
} from '../schema/index.ts';

/** Something that is wrong in the data, with all that is needed to mend it. */
export interface Problem {
  rule: string;
  /** Path from the root of the project, with the line where it is known. */
  file: string;
  line?: number;
  /** Kind and id of the record, as `finding scrub-is-blind`. */
  id: string;
  field: string;
  /** What is wrong, and what was expected. */
  message: string;
  remedy: string;
}

/** A record with where it came from. */
export type Located<T> = T & { id: string; file: string };

/** Prose under content/: its typed frontmatter and its text. */
export interface Prose<T> {
  id: string;
  file: string;
  frontmatter: T;
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  /** The whole file. */
  text: string;
}

/** A file under data/benchmarks that was read and fits the schema. */
export interface EvidenceFile {
  experiment: string;
  kernel: Kernel;
  file: string;
  sha256: string;
  benchmark: Benchmark;
}

/** A record that is marked as a draft: known by name, and no part of the model. */
export interface Draft {
  kind: Kind;
  id: string;
  file: string;
}

/** A report from a reader's hardware. The id is the name of its file. */
export type Report = Located<Reported> & { sha256: string };

/** What the files say, before anything is linked or derived. */
export interface Records {
  root: string;
  /** Every id that the files give, also of records that do not fit their schema. */
  known: Record<Kind, Set<string>>;
  drafts: Draft[];
  task: Task;
  criterion: Map<string, Located<Criterion>>;
  question: Map<string, Located<Question>>;
  area: Map<string, Located<Area>>;
  success: Map<string, Located<Success>>;
  system: Map<string, Located<System>>;
  dimension: Map<string, Located<Dimension>>;
  driver: Map<string, Located<Driver>>;
  gate: Map<string, Located<Gate>>;
  situation: Map<string, Located<Situation>>;
  source: Map<string, Located<Source>>;
  procedure: Map<string, Located<Procedure>>;
  experiment: Map<string, Located<Experiment>>;
  finding: Map<string, Located<Finding>>;
  failure: Map<string, Located<Failure>>;
  /** The words of the field, in alphabetical order. */
  glossary: (Term & { id: string })[];
  /** Drives that the SSDs could be. */
  drives: Drive[];
  decision: Map<string, Located<Decision>>;
  plan: PlanPath[];
  columns: Map<string, { system: string; file: string; cells: Record<string, Cell> }>;
  evidence: EvidenceFile[];
  /** What readers measured: beside the evidence, and no part of it. */
  reports: Report[];
  /** The transcripts that there are, by path. */
  transcripts: Map<string, { sha256: string; lines: number }>;
  /** sha256 of experiment sources and of the image lock as they are now, by path. */
  origins: Map<string, string>;
  prose: { decisions: Prose<Decision>[]; criteria: Prose<Page>[]; questions: Prose<Page>[]; method: Prose<Page>[] };
  /** What was claimed when somebody last read it. */
  ledger: Ledger;
  editions: Edition[];
  regressions: Regression[];
}

/** One kernel's result of an experiment. */
export interface Result {
  kernel: Kernel;
  verdict: Verdict;
  /** Why that verdict, in one sentence. */
  reason: string;
  /** Complete runs. */
  n: number;
  evidence?: EvidenceFile;
}

export type ExperimentView = Located<Experiment> & {
  /** One result for each declared kernel, run or not. */
  results: Result[];
  /** Over all kernels that ran. */
  verdict: Verdict;
  /** Did it come out otherwise than expected? */
  surprise: boolean;
  findings: FindingView[];
};

export type FindingView = Located<Finding> & {
  verdict: Verdict;
  grade: Grade;
  /** How the verdict follows, one sentence for each piece of evidence. */
  because: string[];
  /** Evidence that changed since somebody last read the claim against it. */
  needsReview: string[];
};

export type QuestionView = Located<Question> & {
  state: AnswerState;
  criteria: Located<Criterion>[];
  findings: FindingView[];
  page: Prose<Page> | undefined;
};

export type CriterionView = Located<Criterion> & {
  state: AnswerState;
  /** Its questions that are not answered, with the reason. */
  open: { question: string; why: string }[];
  asks: QuestionView[];
  findings: FindingView[];
  decisions: DecisionView[];
  page: Prose<Page> | undefined;
};

export type SystemView = Located<System> & {
  /** A cell for each dimension, by its id; undefined where the matrix has no such column. */
  cells: Record<string, Cell> | undefined;
  findings: FindingView[];
};

export type DecisionView = Located<Decision> & { number: number; status: Status; body: string };

export type SourceView = Located<Source> & { citedBy: { kind: Kind; id: string; title: string }[] };

export type ProcedureView = Located<Procedure> & {
  /** Experiments that ran it and have a complete run. */
  ranIn: ExperimentView[];
};

/** A way from today to done, with the runbooks that it is made of. */
export type PlanPathView = Omit<PlanPath, 'phases'> & {
  phases: (Omit<Phase, 'runbooks'> & { runbooks: ProcedureView[] })[];
  /** Whether it carries out what the standing decision on storage chose. */
  chosen: boolean;
};

/** All that the pages need. Every list is in the order in which it is shown. */
export interface Model {
  task: Task;
  criteria: CriterionView[];
  questions: QuestionView[];
  areas: Located<Area>[];
  success: Located<Success>[];
  systems: SystemView[];
  dimensions: Located<Dimension>[];
  drivers: Located<Driver>[];
  gates: Located<Gate>[];
  situations: Located<Situation>[];
  findings: FindingView[];
  experiments: ExperimentView[];
  decisions: DecisionView[];
  sources: SourceView[];
  procedures: ProcedureView[];
  /** The chosen path first. */
  plan: PlanPathView[];
  failures: Located<Failure>[];
  glossary: (Term & { id: string })[];
  drives: Drive[];
  method: Prose<Page>[];
  /** What readers measured on hardware of their own, by system and then by date. Nothing is derived from it. */
  reports: Report[];
  /** What changed from edition to edition, newest first. */
  editions: Edition[];
  /** What got worse, newest first. */
  regressions: Regression[];
}
