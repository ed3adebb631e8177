/** Every address of the product. Nobody builds one by hand. */
export const routes = {
  library: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  setUp: (token: string) => `/set-up?token=${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  account: () => '/account',
  members: (workspaceId: string) => `/workspaces/${encodeURIComponent(workspaceId)}/members`,
  workspace: (workspaceId: string) => `/?workspace=${encodeURIComponent(workspaceId)}`,
  scenario: (scenarioId: string) => `/scenarios/${encodeURIComponent(scenarioId)}`,
  understand: (scenarioId: string) => `/scenarios/${encodeURIComponent(scenarioId)}/understand`,
  present: (scenarioId: string) => `/scenarios/${encodeURIComponent(scenarioId)}/present`,
  compare: (scenarioId: string, otherId?: string) =>
    `/scenarios/${encodeURIComponent(scenarioId)}/compare${otherId ? `?with=${encodeURIComponent(otherId)}` : ''}`,
  brief: (scenarioId: string) => `/api/scenarios/${encodeURIComponent(scenarioId)}/brief`,
  documentFile: (scenarioId: string) => `/api/scenarios/${encodeURIComponent(scenarioId)}/document`,
  method: (anchor?: string) => (anchor ? `/method#${anchor}` : '/method'),
} as const;
