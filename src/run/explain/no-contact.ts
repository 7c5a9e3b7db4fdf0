/** Says that a replication has no contact of that number. */
export function noContact(contact: number, replication: number, contacts: number): string {
  const many = contacts === 1 ? "1 contact came" : `${contacts} contacts came, numbered from 1`;
  const there = contacts === 0 ? "none came" : many;
  return `there is no contact ${contact} in replication ${replication}: ${there}`;
}

/** Says that nothing is to be told of a contact that came to no queue. */
export function containedContact(contact: number, replication: number): string {
  return `contact ${contact} of replication ${replication} was settled in self-service and came to no queue`;
}
