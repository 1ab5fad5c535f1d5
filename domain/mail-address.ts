/** Whether two texts are one mail address, as people type it: not with the same capitals each time. */
export function isSameMailAddress(one: string, other: string): boolean {
  return mailKey(one) === mailKey(other);
}

function mailKey(mail: string): string {
  return mail.normalize("NFKC").trim().toLowerCase();
}
