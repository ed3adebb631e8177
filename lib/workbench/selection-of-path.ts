import type { Selection } from './sections';

/** The thing in whose form an input stands; null for a path that is none. */
export function selectionOfPath(path: string): Selection | null {
  const [first, second = '', third, fourth = ''] = path.split('/');
  switch (first) {
    case 'tasks':
      return { kind: 'task', id: second };
    case 'links':
      return { kind: 'link', id: second };
    case 'risks':
      return { kind: 'risk', id: second };
    case 'lines':
      return { kind: 'line', id: second };
    case 'materials':
      return third === 'contracts' ? { kind: 'contract', id: fourth } : { kind: 'material', id: second };
    case 'funding':
      return second === 'tranches' ? { kind: 'tranche', id: third ?? '' } : { kind: 'funding', id: '' };
    case 'cost':
      return { kind: 'cost', id: '' };
    case 'pricing':
      return { kind: 'pricing', id: '' };
    case 'market':
      if (second === 'segments') return { kind: 'segment', id: third ?? '' };
      if (second === 'technologies') return { kind: 'technology', id: third ?? '' };
      return { kind: 'own', id: '' };
    default:
      return null;
  }
}
