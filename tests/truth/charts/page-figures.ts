import type { ChartData } from "./chart-data.js";

/** Chance of a normal deviate beyond four, either way. */
const BEYOND_FOUR = 6.334248e-5;

/** The parts of docs/how-do-you-know.md that stand between `<!-- name: begin -->` and `<!-- name: end -->`. */
export function pageFigures(data: ChartData): Readonly<Record<string, string>> {
  const { families, published, notExpressible, proofs, waits, day, version } = data;
  const sum = (of: (family: (typeof families)[number]) => number) =>
    families.reduce((total, family) => total + of(family), 0);
  const cases = sum((family) => family.cases);
  const figures = sum(({ scores }) => scores.length);
  const again = families.flatMap((family) => family.again);
  const beyond = sum(({ scores }) => scores.filter((score) => Math.abs(score) >= 4).length);
  const coarse = families.filter(({ toldPercent }) => toldPercent > 1);
  const longer = families.map(({ longerPercent }) => longerPercent).sort((a, b) => a - b);
  const thousands = (count: number) => count.toLocaleString("en-US");
  return {
    summary: [
      `- **${thousands(cases + published)} cases with an exact or published answer**: ${published} published or computed elsewhere,`,
      `  of which a scenario cannot say ${notExpressible} (the tests list them, with reasons), and`,
      `  ${cases} computed here from theory. ${sum(({ byFormula }) => byFormula)} of the latter are answered by the product's formulas too, to 1e-9.`,
      `- **${thousands(figures)} simulated figures** of the computed cases, each within four standard errors of its exact value.`,
      ...(beyond === 0
        ? ["  None was beyond at first sight."]
        : [
            `  At first ${beyond === 1 ? "one was" : `${beyond} were`} beyond, and looked at again with four times as many replications of other seeds:`,
            ...again.map(
              ({ id, first, second }) =>
                `  ${id}, ${first.toFixed(1)} standard errors off, was ${second.toFixed(1)} off then.`,
            ),
          ]),
      `  Of so many independent figures one would be beyond in every ${Math.round(1 / (figures * BEYOND_FOUR))}th collection, by chance alone.`,
      `- **${proofs.laws} exact laws** on random scenarios, and ${proofs.falseLaws} that sound true and are shown to be false.`,
      `- **${thousands(proofs.naiveScenarios)} random scenarios** in which a second, naive simulator tells the same events, one by one.`,
      `- **${proofs.badInputs} bad inputs** whose messages are held.`,
      `- Figures of callsim ${version}.`,
    ].join("\n"),
    families: [
      "| family | cases | wait | service level | lost | handling, all together | caught in the tests |",
      "|---|---|---|---|---|---|---|",
      ...families.map(({ name, cases: count, pooled, longerPercent, toldPercent }) => {
        const cell = (kind: string) => {
          const found = pooled.find((one) => one.kind === kind);
          return found ? `${percent(found.median)} to ${percent(found.worst)}` : "-";
        };
        return `| ${name} | ${count} | ${cell("wait")} | ${cell("service level")} | ${cell("lost")} | ${longerPercent.toFixed(2)} % | ${toldPercent} % |`;
      }),
    ].join("\n"),
    power: [
      `Handling ${longer[Math.floor(longer.length / 2)].toFixed(2)} % longer is four standard errors in the median family, ${longer[0].toFixed(2)} % in the keenest.`,
      `Of ${families.length} families ${families.length - coarse.length} are sure to tell 1 % apart; the others are not, and it takes`,
      `${coarse.map(({ name, toldPercent }) => `${toldPercent} % (${name})`).join(", ")}.`,
      ...families.flatMap(({ name, patiencePercent }) =>
        patiencePercent === undefined
          ? []
          : [
              `Patience ${patiencePercent.toFixed(2)} % longer is four standard errors of the family "${name}".`,
            ],
      ),
    ].join("\n"),
    curve: `${waits.agents} agents, ${waits.perHour} calls an hour, ${waits.handleSeconds} s of handling and ${waits.patienceSeconds} s of patience on average. Of the ${2 * waits.simulated.length} points the farthest is ${waits.worstScore.toFixed(1)} standard errors off.`,
    day: `${day.agents} agents all day; the peak offers ${Math.max(...day.perHour.map((count) => (count / 3600) * day.handleSeconds)).toFixed(1)} erlangs. Over ${thousands(day.days)} simulated days the farthest of ${day.simulated.length} quarters of an hour is ${day.worstScore.toFixed(1)} standard errors off.`,
  };
}

const percent = (share: number) => `${(100 * share).toFixed(100 * share < 10 ? 1 : 0)} %`;

/** The page with its figures put in; throws where a part has no place. */
export function pageWith(page: string, data: ChartData): string {
  return Object.entries(pageFigures(data)).reduce((text, [name, part]) => {
    const place = new RegExp(`(<!-- ${name}: begin -->\\n)[\\s\\S]*?(<!-- ${name}: end -->)`);
    if (!place.test(text)) throw new Error(`the page has no place for ${name}`);
    return text.replace(place, (_, begin: string, end: string) => `${begin}${part}\n${end}`);
  }, page);
}
