/** Says that a replication has no contact of that number. */
export function noContact(contact: number, replication: number, contacts: number): string {
  const many = contacts === 1 ? "1 contact came" : `${contacts} contacts came, numbered from 1`;
  const there = contacts === 0 ? "none came" : many;
  return `there is no contact ${contact} in replication ${replication}: ${there}`;
}
