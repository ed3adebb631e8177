import { z } from 'zod';
import { ROLES } from './roles';

/** What forms send, with the sentence for each thing that can be wrong. */
export const idField = z.string('An id is missing.').min(1, 'An id is missing.').max(100, 'This is no id.');
export const tokenField = z.string('The link is incomplete.').min(20, 'The link is incomplete.').max(200);
export const emailField = z
  .string('Enter an e-mail address.')
  .trim()
  .max(254, 'The e-mail address has more than 254 characters.')
  .pipe(z.email('Enter an e-mail address such as name@example.org.'));
export const personNameField = z
  .string('Enter a name.')
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'The name has more than 100 characters.');
export const workspaceNameField = z
  .string('Enter a name for the workspace.')
  .trim()
  .min(1, 'Enter a name for the workspace.')
  .max(100, 'The name of the workspace has more than 100 characters.');
export const scenarioNameField = z
  .string('Enter a name for the scenario.')
  .trim()
  .min(1, 'Enter a name for the scenario.')
  .max(200, 'The name of the scenario has more than 200 characters.');
/** The length is judged where the password is chosen; here only what would be absurd to hash. */
export const passwordField = z.string('Enter a password.').min(1, 'Enter a password.').max(1000, 'It is too long.');
export const roleField = z.enum(ROLES, 'Choose a role.');
