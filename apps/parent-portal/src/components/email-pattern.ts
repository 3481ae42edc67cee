/** Something, an at sign, something with a dot: the mail itself proves the rest. */
export const emailPattern = /^\S+@\S+\.\S+$/;
