import type { Database, Transaction } from '../database/client';

/** Everything that is written down about who did what. */
export type AuditAction =
  | 'set-up.complete'
  | 'session.sign-in'
  | 'session.sign-out'
  | 'session.sign-out-everywhere'
  | 'password.change'
  | 'profile.change'
  | 'identity.link'
  | 'workspace.create'
  | 'workspace.rename'
  | 'member.join'
  | 'member.role'
  | 'member.remove'
  | 'member.leave'
  | 'invitation.create'
  | 'invitation.revoke'
  | 'scenario.create'
  | 'scenario.fork'
  | 'scenario.rename'
  | 'scenario.archive'
  | 'scenario.restore'
  | 'scenario.save'
  | 'scenario.download'
  | 'revision.name';

export interface AuditEntry {
  readonly action: AuditAction;
  readonly userId?: string | undefined;
  readonly workspaceId?: string | undefined;
  /** Id of what it was done to. */
  readonly subjectId?: string | undefined;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Writes one event, in the transaction of the deed, so that neither is there without the other. */
export async function recordEvent(to: Database | Transaction, entry: AuditEntry): Promise<void> {
  await to.auditEvent.create({
    data: {
      action: entry.action,
      userId: entry.userId ?? null,
      workspaceId: entry.workspaceId ?? null,
      subjectId: entry.subjectId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    },
  });
}
