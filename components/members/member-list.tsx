'use client';

import { Button, Modal, NativeSelect } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import forms from '@/components/forms/forms.module.css';
import { useAction } from '@/components/forms/use-action';
import pages from '@/components/site/site-page.module.css';
import { routes } from '@/lib/routes';
import { ROLE_SENTENCES, ROLES } from '@/lib/server/access/roles';
import type { Role } from '@/lib/server/scenarios/contract';
import { changeRoleAction, removeMemberAction } from '@/lib/server/workspaces/actions';
import type { MemberRow } from '@/lib/server/workspaces/loaders';

interface MemberListProps {
  readonly workspaceId: string;
  readonly members: readonly MemberRow[];
  readonly viewerId: string;
  readonly viewerRole: Role;
}

/** Who is in the workspace, in which role; administrators change roles and remove people, all may leave. */
export function MemberList({ workspaceId, members, viewerId, viewerRole }: MemberListProps) {
  const router = useRouter();
  const roles = useAction(changeRoleAction);
  const [leaving, setLeaving] = useState<MemberRow | null>(null);
  const administers = viewerRole === 'admin';

  async function change(userId: string, role: Role) {
    if ((await roles.run({ workspaceId, userId, role })).done) router.refresh();
  }

  return (
    <div className={forms.form}>
      <FormProblem message={roles.problemOf()} />
      <ul className={pages.list}>
        {members.map((member) => (
          <li key={member.userId} className={pages.item}>
            <span className={pages.itemText}>
              <span className={pages.strong} title={member.name}>
                {member.name}
                {member.userId === viewerId ? ' (you)' : ''}
              </span>
              <span className={pages.note} title={member.email}>
                {member.email}
              </span>
            </span>
            {administers ? (
              <NativeSelect
                aria-label={`Role of ${member.name}`}
                value={member.role}
                disabled={roles.pending}
                onChange={(event) => void change(member.userId, event.currentTarget.value as Role)}
                data={[...ROLES]}
              />
            ) : (
              <span title={ROLE_SENTENCES[member.role]}>{member.role}</span>
            )}
            {administers || member.userId === viewerId ? (
              <Button
                variant="default"
                onClick={() => setLeaving(member)}
                aria-label={member.userId === viewerId ? undefined : `Remove ${member.name}`}
              >
                {member.userId === viewerId ? 'Leave' : 'Remove'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <dl className={pages.terms}>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>{ROLE_SENTENCES[role]}</dd>
          </div>
        ))}
      </dl>
      <Modal opened={leaving !== null} onClose={() => setLeaving(null)} title="Take out of the workspace">
        {leaving ? (
          <RemoveForm
            workspaceId={workspaceId}
            member={leaving}
            own={leaving.userId === viewerId}
            onClose={() => setLeaving(null)}
          />
        ) : null}
      </Modal>
    </div>
  );
}

interface RemoveFormProps {
  readonly workspaceId: string;
  readonly member: MemberRow;
  readonly own: boolean;
  readonly onClose: () => void;
}

function RemoveForm({ workspaceId, member, own, onClose }: RemoveFormProps) {
  const router = useRouter();
  const { pending, problemOf, run } = useAction(removeMemberAction);

  async function remove() {
    if (!(await run({ workspaceId, userId: member.userId })).done) return;
    onClose();
    if (own) window.location.assign(routes.library());
    else router.refresh();
  }

  return (
    <div className={forms.form}>
      <FormProblem message={problemOf()} />
      <p>
        {own
          ? 'You will no longer see anything of this workspace. Your scenarios and revisions stay in it.'
          : `${member.name} will no longer see anything of this workspace. Their scenarios and revisions stay in it.`}
      </p>
      <div className={forms.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={pending} onClick={() => void remove()} data-autofocus>
          {own ? 'Leave the workspace' : 'Remove'}
        </Button>
      </div>
    </div>
  );
}
