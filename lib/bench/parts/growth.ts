import { generateNetwork } from '../../engine/testing/generate-network';
import { openDocument } from '../../runner/open';
import type { ScenarioDocument } from '../../scenario/document';
import { timed } from '../clock';
import { referenceDocument } from '../reference';
import { median } from '../spread';
import { type BenchTable, digits } from '../table';

const TRIALS = 2048;

interface Variant {
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly trials: number;
}

/** How time grows with what a scenario holds: each row changes one thing of Reference. */
export function growthPart(quick: boolean): BenchTable {
  const { document } = referenceDocument();
  const variants = variantsOf(document, quick);
  const rounds = quick ? 2 : 4;
  const times = variants.map((variant) => timeOf(variant, rounds));
  const base = times[0]! / variants[0]!.trials;
  return {
    title: 'How time grows',
    head: ['scenario', 'trials', 'ms', 'ms per 1,000 trials', 'times Reference'],
    rows: variants.map(({ name, trials }, i) => {
      const ms = times[i]!;
      return [name, digits(trials, 5), digits(ms), digits((ms / trials) * 1000), digits(ms / trials / base)];
    }),
    notes: [
      'Draws, simulation and statistics without sensitivity, one core. Added tasks have uncertain durations and three links each; added technologies are copies with a price of their own.',
    ],
  };
}

function variantsOf(document: ScenarioDocument, quick: boolean): Variant[] {
  const months = { ...document, targets: [], checks: [] };
  return [
    { name: 'Reference', document, trials: TRIALS },
    ...[50, 200, ...(quick ? [] : [1000])].map((extra) => ({
      name: `${extra} more tasks`,
      document: withTasks(document, extra),
      trials: TRIALS,
    })),
    ...['2049-12', ...(quick ? [] : ['2061-12'])].map((end) => ({
      name: `horizon to ${end}`,
      document: { ...months, horizon: { ...document.horizon, end } },
      trials: TRIALS,
    })),
    ...[2, 4].map((times) => ({
      name: `${times} times the technologies`,
      document: withTechnologies(document, times),
      trials: TRIALS,
    })),
    ...[512, 8192].map((trials) => ({ name: 'Reference', document, trials })),
  ];
}

function timeOf({ document, trials, name }: Variant, rounds: number): number {
  const opened = openDocument(document);
  if (!opened.ok) throw new RangeError(`${name} was refused: ${opened.errors[0]?.message}`);
  const once = (count: number) => {
    const run = opened.value.startTrials({ trials: count, seed: 1 });
    for (let block = 0; block < run.blocks; block++) run.runBlock(block);
    run.results();
  };
  once(512);
  return median(Array.from({ length: rounds }, () => timed(() => once(trials))));
}

function withTasks(document: ScenarioDocument, extra: number): ScenarioDocument {
  const network = generateNetwork({ tasks: extra, links: 3 * extra });
  const tasks = (network.tasks ?? []).map(({ calendar: _, ...task }) => {
    const days = typeof task.duration === 'number' ? task.duration : 0;
    const duration = days > 0 ? { kind: 'pert' as const, low: 0.8 * days, mode: days, high: 1.5 * days } : 0;
    return { ...task, id: `added-${task.id}`, duration };
  });
  const links = (network.links ?? []).map((link) => ({ ...link, from: `added-${link.from}`, to: `added-${link.to}` }));
  return {
    ...document,
    tasks: [...(document.tasks ?? []), ...tasks],
    links: [...(document.links ?? []), ...links],
  };
}

function withTechnologies(document: ScenarioDocument, times: number): ScenarioDocument {
  const technologies = document.market?.technologies ?? [];
  const copies = Array.from({ length: times - 1 }, (_, copy) =>
    technologies.map((technology) => ({
      ...technology,
      id: `${technology.id}-${copy + 2}`,
      name: `${technology.name} ${copy + 2}`,
    })),
  );
  return document.market === undefined
    ? document
    : { ...document, market: { ...document.market, technologies: [...technologies, ...copies.flat()] } };
}
