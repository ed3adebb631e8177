import type { Role } from '../scenarios/contract';

export const ROLES = ['admin', 'analyst', 'reviewer', 'viewer'] as const satisfies readonly Role[];

/** What each deed needs; reading is open to every member. */
const DEEDS = {
  read: ['admin', 'analyst', 'reviewer', 'viewer'],
  comment: ['admin', 'analyst', 'reviewer'],
  edit: ['admin', 'analyst'],
  approve: ['admin', 'reviewer'],
  administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof DEEDS;

/** One sentence per role, for whoever chooses one. */
export const ROLE_SENTENCES: Readonly<Record<Role, string>> = {
  admin: 'Everything, and who else may do what.',
  analyst: 'Builds and edits scenarios, shares and presents them.',
  reviewer: 'Reads, comments and approves revisions.',
  viewer: 'Reads and exports.',
};

export function rolesThatMay(deed: Deed): Role[] {
  return [...DEEDS[deed]];
}

export function may(role: Role, deed: Deed): boolean {
  return rolesThatMay(deed).includes(role);
}

export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}

/** A role as it stands in the database. @throws RangeError for one that nobody can have written. */
export function roleOf(value: string): Role {
  if (!isRole(value)) throw new RangeError(`There is no role ${value}.`);
  return value;
}
