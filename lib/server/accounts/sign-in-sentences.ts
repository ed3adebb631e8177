const SENTENCES: Readonly<Record<string, string>> = {
  'not-invited':
    'The provider knows you, but there is no account for you here. Ask an administrator for an invitation and open its link.',
  'no-claims': 'The provider did not say who you are. Tell your administrator.',
  'no-address': 'The provider did not give your e-mail address, which an account needs. Tell your administrator.',
  'address-taken':
    'There is an account with your address, but the provider does not vouch that the address is yours. Sign in with your password.',
  AccessDenied: 'The provider did not let you in.',
  SessionRequired: 'Sign in to go on.',
};

/** The sentence for a code in the address of the sign-in page; never text from the address itself. */
export function signInSentence(code: string | undefined): string | undefined {
  if (!code) return undefined;
  return (Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined) ?? 'The sign-in did not succeed. Try again.';
}
