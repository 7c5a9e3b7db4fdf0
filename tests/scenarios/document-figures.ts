/**
 * The figures of the five texts on customer service representatives, by the key of the text: what a scenario
 * may name as coming from it. Shares are 0..1, pay dollars an hour. D0 "Duties and responsibilities of
 * customer service representatives" (Vietnamese), D1 "What does a customer service representative do?"
 * (Czech), D2 "Customer service representative job description" (Russian), D3 "Functions of a customer
 * service department" (Vietnamese), D4 "Definition of a customer service agent" (Malay).
 */
export const DOCUMENT_FIGURES: Readonly<Record<string, readonly (number | string)[]>> = {
  D0: [
    ...[0.05, 0.36, 2016, 2026], // growth: all industries, call centres
    // Some centres are open 24 hours a day, retail desks are not; a fifth works part time.
    ...["always", 24, 0.2],
    ...[15.81, 32_890, 28_000, 30_000, 32_000, 34_000], // median pay; by experience, a year
  ],
  D1: [
    ...[0.05, 2016, 2026],
    ...["always", 24],
    ...[16.23, 33_750, 26.59, 55_310, 10.65, 22_140], // median, top and bottom tenth
  ],
  D2: [
    ...[-0.02, 2018, 2028],
    ...[16.69, 11.05, 27.11], // mean and range
  ],
  D3: [2_784_500, 2016, 32_300, 25_520, 41_430], // representatives in 2016; median, quartiles a year
  D4: [
    ...[0.05, 0.36, 2016, 2026], // all industries; share of new jobs that are in call centres
    ...["always", 24],
    // Executives who see higher expectations than six years before; callers who leave a firm.
    ...[0.82, 6, 0.68],
    ...[15.81, 32_890, 26.12, 10.27, 13.52, 36_612, 3000, 28_000, 35_000],
    ...[18.06, 17.57, 12.37], // wholesale, insurance, retail
  ],
};
