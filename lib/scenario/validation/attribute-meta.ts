import type { Market, ScenarioDocument } from '../document';
import { isMetaOfAttributes } from './structure';

type Attributes<T> = Readonly<Record<string, T>>;

function hasMeta(attributes: Attributes<unknown>): boolean {
  return Object.hasOwn(attributes, 'meta') && isMetaOfAttributes('meta', attributes.meta);
}

function withoutMeta<T>(attributes: Attributes<T>): Attributes<T> {
  if (!hasMeta(attributes)) return attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'meta'));
}

/**
 * A valid document without the `meta` that may stand among attributes, where it would be taken for an attribute. The
 * document itself where there is none.
 */
export function withoutMetaOfAttributes(document: ScenarioDocument): ScenarioDocument {
  const market = document.market;
  if (market === undefined) return document;
  const maps = [
    market.own.attributes,
    ...market.segments.map((segment) => segment.willingnessToPay),
    ...market.technologies.map((technology) => technology.attributes),
  ];
  if (!maps.some(hasMeta)) return document;
  const stripped: Market = {
    ...market,
    own: { ...market.own, attributes: withoutMeta(market.own.attributes) },
    segments: market.segments.map((segment) => ({
      ...segment,
      willingnessToPay: withoutMeta(segment.willingnessToPay),
    })),
    technologies: market.technologies.map((technology) => ({
      ...technology,
      attributes: withoutMeta(technology.attributes),
    })),
  };
  return { ...document, market: stripped };
}
