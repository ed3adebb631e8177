import type { Line } from '../../scenario/document';
import { type Compiler, compileEvent, taskOf } from './compiler';
import type { ContractModel, LineModel, MaterialModel, ProcessModel } from './model';

const DEFAULT_LIFE_YEARS = 10;

export function compileLine(compiler: Compiler, line: Line): LineModel {
  const { book, document } = compiler;
  const at = `lines/${line.id}`;
  const q = (name: string, fallback: number) => book.quantity(`${at}/${name}`, fallback);
  const build = taskOf(compiler, line.buildTask);
  return {
    id: line.id,
    commercial: line.commercial !== false,
    buildTask: build,
    buildFinished: document.tasks?.[build]?.actualFinish !== undefined,
    requires: Int32Array.from(line.requires ?? [], (id) => taskOf(compiler, id)),
    nameplate: q('nameplate', 0),
    process: line.process === undefined ? null : compileProcess(compiler, `${at}/process`),
    capexPerGWh: q('capexPerGWh', 0),
    capex: line.capex === undefined ? -1 : q('capex', 0),
    conversionFactor: q('conversionFactor', 1),
    holdBelow: q('holdBelow', 0),
    until: line.until === undefined ? -1 : compileEvent(compiler, line.until, `${at}/until/lag`),
    yieldInitial: q('yield/initial', 1),
    yieldMature: q('yield/mature', 1),
    yieldTimeConstant: q('yield/timeConstant', 0),
    utilisationInitial: q('utilisation/initial', 1),
    utilisationMature: q('utilisation/mature', 1),
    utilisationRamp: q('utilisation/ramp', 0),
    fixedOpex: q('fixedOpex', 0),
    life: q('life', DEFAULT_LIFE_YEARS),
  };
}

function compileProcess({ book }: Compiler, at: string): ProcessModel {
  const q = (name: string, fallback: number) => book.quantity(`${at}/${name}`, fallback);
  return {
    arealCapacity: q('arealCapacity', 0),
    voltage: q('voltage', 0),
    coatedWidth: q('coatedWidth', 0),
    speed: q('speed', 0),
    hoursPerYear: q('hoursPerYear', 0),
    sides: q('sides', 1),
    lanes: q('lanes', 1),
    cellCapacity: book.has(`${at}/cellCapacity`) ? q('cellCapacity', 1) : -1,
  };
}

export function compileMaterials(compiler: Compiler): {
  materials: MaterialModel[];
  contracts: ContractModel[];
  contractIndex: Map<string, number>;
} {
  const { document, book } = compiler;
  const contracts: ContractModel[] = [];
  const contractIndex = new Map<string, number>();
  const materials = (document.materials ?? []).map((material, index) => {
    const at = `materials/${material.id}`;
    const from = contracts.length;
    for (const contract of material.contracts) {
      const place = `${at}/contracts/${contract.id}`;
      contractIndex.set(contract.id, contracts.length);
      contracts.push({
        material: index,
        start: compileEvent(compiler, contract.start, `${place}/start/lag`),
        volume: book.quantity(`${place}/volume`, 0),
        ramp: book.quantity(`${place}/ramp`, 0),
        price: book.trajectory(`${place}/price`, 0),
        takeOrPay: book.quantity(`${place}/takeOrPay`, 0),
      });
    }
    return {
      id: material.id,
      intensity: book.trajectory(`${at}/intensity`, 0),
      stockInitial: book.quantity(`${at}/stock/initial`, 0),
      stockMax: book.quantity(`${at}/stock/max`, 0),
      from,
      to: contracts.length,
    };
  });
  return { materials, contracts, contractIndex };
}
