import type { ScenarioDocument } from '../scenario/document';
import { variableOf } from '../scenario/variables';

/** `duration of Winter test`; the path itself where nothing is known of it. */
export function inputName(document: ScenarioDocument, path: string): string {
  const label = variableOf(path)?.label;
  const parts = path.split('/');
  const id = parts[1] === 'segments' || parts[1] === 'technologies' || parts[1] === 'tranches' ? parts[2] : parts[1];
  const lists: readonly (readonly { readonly id: string; readonly name?: string }[] | undefined)[] = [
    document.tasks,
    document.lines,
    document.materials,
    document.risks,
    document.market?.segments,
    document.market?.technologies,
    document.funding?.tranches,
  ];
  const contract = parts[2] === 'contracts' ? parts[3] : undefined;
  if (contract) {
    const material = document.materials?.find((one) => one.id === parts[1]);
    const found = material?.contracts.find((one) => one.id === contract);
    return `${found?.supplier ?? contract} (${material?.name ?? parts[1]}), ${label ?? path}`;
  }
  const name = lists.flatMap((list) => list ?? []).find((one) => one.id === id)?.name;
  const attribute =
    parts.includes('attributes') || parts.includes('willingnessToPay') ? ` ${parts[parts.length - 1]}` : '';
  return name ? `${name}, ${label ?? path}${attribute}` : `${label ?? path}${attribute}`;
}
