/** The days a table or shape tells apart, as they are spelled in files: Monday to Sunday, then holidays. */
export const DAY_NAMES: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"];
