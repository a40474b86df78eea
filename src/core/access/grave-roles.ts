import type { Grant } from './viewer.ts'

/**
 * Roles whose misuse would be grave: they give roles, open the data of others, or take words away. What a clerk decides stands in
 * public with a name and can be looked at again; what these do may be beyond mending.
 */
const GRAVE_ROLES: readonly string[] = ['administrator', 'data-officer', 'moderator']

export function isGrave({ role }: Pick<Grant, 'role'>): boolean {
  return GRAVE_ROLES.includes(role)
}
