import type { BenchOptions, PartName } from './options';
import type { BenchTable } from './table';

/** Measures one part in this process. `script`: the bundle, for threads. */
export async function runPart(part: PartName, { quick, fuzz }: BenchOptions, script: URL): Promise<BenchTable> {
  switch (part) {
    case 'trials':
      return (await import('./parts/trials')).trialsPart(quick);
    case 'memory':
      return (await import('./parts/memory')).memoryPart();
    case 'cores':
      return (await import('./parts/cores')).coresPart(quick, script);
    case 'passes':
      return (await import('./parts/passes')).passesPart(quick);
    case 'redraw':
      return (await import('./parts/redraw')).redrawPart(quick, script);
    case 'growth':
      return (await import('./parts/growth')).growthPart(quick);
    case 'sampling':
      return (await import('./parts/sampling')).samplingPart(quick);
    case 'brief':
      return (await import('./parts/brief')).briefPart(quick);
    case 'start-up':
      return (await import('./parts/start-up')).startUpPart(quick);
    case 'fuzz':
      return (await import('./parts/fuzz')).fuzzPart(fuzz);
    default:
      return part satisfies never;
  }
}
