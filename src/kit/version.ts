/** The package's version, as in package.json (a test compares them): part of every result. */
export const version = "0.1.0";
