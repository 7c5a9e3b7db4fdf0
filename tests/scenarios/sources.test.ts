import { describe, expect, it } from "vitest";
import { DOCUMENT_FIGURES } from "./document-figures.js";
import { leavesOf, plainOf, SHIPPED } from "./shipped.js";

/** `D0 D4`, `D4: what it says; assumption: what we add`, or `assumption: why`. */
const SOURCE = /^(?:(D[0-4](?: D[0-4])*)(?:: ([^;]+); )?)?(?:assumption: (.{8,}))?$/;

interface Source {
  readonly documents: readonly string[];
  /** What the documents say, in words; empty where the value itself is the figure. */
  readonly said: string;
  readonly assumption: string;
}

function readSource(text: string): Source | undefined {
  const match = SOURCE.exec(text);
  if (!match || text === "") return undefined;
  const [, documents = "", said = "", assumption = ""] = match;
  return { documents: documents === "" ? [] : documents.split(" "), said, assumption };
}

function sourcesOf(name: string): [string, string][] {
  return Object.entries((plainOf(name)["sources"] ?? {}) as Record<string, string>);
}

function figureOf(value: unknown): number | string {
  if (typeof value === "number") return value;
  const text = String(value);
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : text;
}

function isFigureOf(value: unknown, document: string): boolean {
  const figure = figureOf(value);
  return DOCUMENT_FIGURES[document].some((known) =>
    typeof known === "number" && typeof figure === "number"
      ? Math.abs(known - figure) < 1e-9
      : known === figure,
  );
}

function valueAt(name: string, path: string): unknown {
  return leavesOf(plainOf(name)).find((leaf) => leaf.path === path)?.value;
}

function covers(source: string, path: string): boolean {
  return path === source || path.startsWith(`${source}.`) || path.startsWith(`${source}[`);
}

/** Numbers in a sentence: 2,784,500 and 82 % and 15.81. */
function numbersIn(text: string): (number | string)[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?(?: ?%)?/g)].map(([found]) =>
    figureOf(
      found
        .replaceAll(",", "")
        .replace(" ", "")
        .replace(/^([\d.]+)$/, "$1"),
    ),
  );
}

function asNumber(figure: number | string): number | string {
  return typeof figure === "string" && /^[\d.]+$/.test(figure) ? Number(figure) : figure;
}

/** What a reader may ask the origin of: numbers, shares, times, opening hours, tables. */
function needsSource(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^-?\d|\.csv$|^always$/.test(value));
}

const SOURCED = ["queues", "teams", "shifts", "contracts", "busyness", "lines", "cases"];

describe.each(SHIPPED)("in %s", (name) => {
  it("every source is a document, or an assumption with its reason", () => {
    for (const [path, text] of sourcesOf(name)) expect(readSource(text), `${path}: ${text}`).toBeDefined();
  });

  it("a value said to be a document's figure is one", () => {
    for (const [path, text] of sourcesOf(name)) {
      const { documents, said, assumption } = readSource(text)!;
      if (documents.length === 0 || said !== "" || assumption !== "") continue;
      const value = valueAt(name, path);
      for (const document of documents)
        expect(isFigureOf(value, document), `${path} ${value} ${document}`).toBe(true);
    }
  });

  it("a number said in words to stand in a document stands there", () => {
    for (const [path, text] of sourcesOf(name)) {
      const { documents, said } = readSource(text)!;
      for (const number of numbersIn(said).map(asNumber)) {
        const found = documents.some((document) => isFigureOf(number, document));
        expect(found, `${path}: ${number} in ${documents}`).toBe(true);
      }
    }
  });

  it("pay taken over from another figure of the texts is that figure", () => {
    for (const [path, text] of sourcesOf(name).filter(([path]) => path.endsWith(".pay"))) {
      for (const [document] of readSource(text)!.assumption.matchAll(/D[0-4]/g)) {
        expect(isFigureOf(valueAt(name, path), document), `${path} ${document}`).toBe(true);
      }
    }
  });

  it("nothing is without a source: volumes, times, agents, pay, quotas, premiums, part-time shares, hours", () => {
    const sources = sourcesOf(name).map(([path]) => path);
    const plain = plainOf(name);
    const calendar = plain["calendar"] as Record<string, unknown>;
    const asked = [
      ...SOURCED.flatMap((section) => leavesOf(plain[section] ?? {}, section)),
      ...leavesOf(calendar["hours"] ?? {}, "calendar.hours"),
      ...leavesOf(calendar["holidays"] ?? {}, "calendar.holidays"),
    ];
    const bare = asked
      .filter((leaf) => needsSource(leaf.value))
      .filter((leaf) => !sources.some((source) => covers(source, leaf.path)));
    expect(bare.map((leaf) => leaf.path)).toEqual([]);
  });
});

describe("the growth cases around the clock", () => {
  const plain = plainOf("06-around-the-clock.yaml");
  const growth = plain["growth"] as {
    baseYear: number;
    cases: Record<string, Record<string, unknown> & { source: string }>;
  };
  const sources = plain["sources"] as Record<string, string>;

  it("name the documents they come from, and their figures stand there", () => {
    for (const [name, { source, change, share, from, until }] of Object.entries(growth.cases)) {
      const assumed = sources[`growth.cases.${name}`]?.includes("assumption:") ?? false;
      const figures = [change, share, from, until].filter((figure) => figure !== undefined);
      for (const document of source.split(" ")) {
        expect(Object.keys(DOCUMENT_FIGURES)).toContain(document);
        if (assumed) continue;
        for (const figure of figures)
          expect(isFigureOf(figure, document), `${name} ${figure} ${document}`).toBe(true);
      }
    }
  });

  it("are all that the documents tell, the contradicting ones side by side", () => {
    const { cases } = growth;
    expect(cases["call-center-boom"]).toMatchObject({ of: "jobs", change: "36%", until: 2026 });
    expect(cases["all-industries"]).toMatchObject({ of: "jobs", change: "5%", until: 2026 });
    expect(cases["decline"]).toMatchObject({ of: "jobs", change: "-2%", from: 2018, until: 2028 });
    expect(cases["share-of-new-jobs"]).toMatchObject({ of: "jobs", change: "5%", share: "36%" });
    expect(cases["volume-boom"]).toMatchObject({ of: "volume", change: "36%" });
    expect(cases["self-service"]).toMatchObject({ of: "volume", deflected: "30%", handleTime: "20%" });
    expect(cases["consolidation"]).toMatchObject({ of: "volume", pool: 4 });
    expect(cases["tighter-targets"]).toMatchObject({ of: "volume", change: "0%", until: 2022 });
    expect(Object.keys(cases)).toHaveLength(8);
  });
});

describe("the growth cases of the outlook", () => {
  const { cases } = plainOf("22-outlook.yaml")["growth"] as {
    cases: Record<string, Record<string, unknown>>;
  };

  it("span what the texts tell, lowest to highest, each end a figure of its text", () => {
    for (const name of ["five-texts", "as-contacts"]) {
      const { low, middle, high } = cases[name]["change"] as Record<string, string>;
      expect(isFigureOf(low, "D2")).toBe(true);
      for (const document of ["D0", "D1", "D4"]) expect(isFigureOf(middle, document)).toBe(true);
      expect(isFigureOf(high, "D0")).toBe(true);
    }
    const byQueue = cases["by-queue"]["queues"] as Record<string, string>;
    expect(isFigureOf(byQueue["claims"], "D0")).toBe(true);
    expect(isFigureOf(byQueue["sales"], "D2")).toBe(true);
    expect(isFigureOf(cases["boom"]["change"], "D0")).toBe(true);
  });

  it("are of every kind that growth has", () => {
    expect(cases["five-texts"]["of"]).toBe("jobs");
    expect(cases["yearly"]["rate"]).toBeDefined();
    expect(cases["boom-and-self-service"]["combine"]).toEqual(["boom", "self-service"]);
    expect(cases["consolidation"]["pool"]).toEqual([1, 2, 4, 8]);
    expect(Object.keys(cases)).toHaveLength(8);
  });
});

describe("a source", () => {
  it("is refused where it names no document and gives no reason", () => {
    for (const text of [
      "",
      "D7",
      "assumption",
      "assumption: ours",
      "we think so",
      "D4: said",
      "D4 assumption: x",
    ])
      expect(readSource(text), text).toBeUndefined();
  });

  it("is caught where its figure is not the document's", () => {
    expect(isFigureOf(17.57, "D4")).toBe(true);
    expect(isFigureOf(17.58, "D4")).toBe(false);
    expect(isFigureOf("20%", "D1")).toBe(false);
    expect(numbersIn("82 % of executives, 2,784,500 in all, 15.81 an hour").map(asNumber)).toEqual([
      0.82, 2_784_500, 15.81,
    ]);
  });
});
