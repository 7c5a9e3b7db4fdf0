/**
 * Nodes of the 15-point Kronrod rule on 0..1; every second one, from the second, is a node of the 7-point
 * Gauss rule.
 */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.2077849550078985, 0,
];
const KRONROD_WEIGHTS = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const GAUSS_WEIGHTS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694];

/**
 * The two rules must agree so far, relative to the whole; the finer one is then right to about the last
 * digit.
 */
const AGREEMENT = 1e-11;
const MOST_HALVINGS = 60;

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly fine: Float64Array;
  readonly coarse: Float64Array;
}

/**
 * Integrals of several functions at once, none negative, from the first of `edges` to the last: `evaluate`
 * sets their values at x. Between two edges the functions are smooth. Panels are halved until the rules of
 * Gauss and Kronrod agree to 1e-11 of each whole.
 */
export function integrate(
  edges: readonly number[],
  functions: number,
  evaluate: (x: number, values: Float64Array) => void,
): Float64Array {
  const values = new Float64Array(functions);
  const whole = new Float64Array(functions);
  let panels: Panel[] = [];
  for (let i = 0; i + 1 < edges.length; i++)
    panels.push(panelOf(edges[i], edges[i + 1], 0, values, evaluate));
  for (const { fine } of panels) addTo(whole, fine, 1);
  for (let last: Panel[] = []; panels.length > 0; panels = last) {
    last = [];
    for (const panel of panels) {
      if (panel.depth === MOST_HALVINGS || agrees(panel, whole)) continue;
      const middle = panel.from + (panel.to - panel.from) / 2;
      const left = panelOf(panel.from, middle, panel.depth + 1, values, evaluate);
      const right = panelOf(middle, panel.to, panel.depth + 1, values, evaluate);
      addTo(whole, panel.fine, -1);
      addTo(whole, left.fine, 1);
      addTo(whole, right.fine, 1);
      last.push(left, right);
    }
  }
  return whole;
}

function panelOf(
  from: number,
  to: number,
  depth: number,
  values: Float64Array,
  evaluate: (x: number, values: Float64Array) => void,
): Panel {
  const half = (to - from) / 2;
  const middle = from + half;
  const fine = new Float64Array(values.length);
  const coarse = new Float64Array(values.length);
  for (let node = 0; node < NODES.length; node++) {
    const away = half * NODES[node];
    for (const x of away === 0 ? [middle] : [middle - away, middle + away]) {
      evaluate(x, values);
      addTo(fine, values, half * KRONROD_WEIGHTS[node]);
      if (node % 2 === 1) addTo(coarse, values, half * GAUSS_WEIGHTS[(node - 1) / 2]);
    }
  }
  return { from, to, depth, fine, coarse };
}

function agrees(panel: Panel, whole: Float64Array): boolean {
  for (let i = 0; i < whole.length; i++) {
    if (Math.abs(panel.fine[i] - panel.coarse[i]) > AGREEMENT * whole[i]) return false;
  }
  return true;
}

function addTo(sums: Float64Array, values: Float64Array, times: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] += times * values[i];
}
