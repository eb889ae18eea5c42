/** Contacts that can be had as a file by their numbers; whoever wants more takes all that meet a filter. */
export const mostSelectedContacts = 10_000;
