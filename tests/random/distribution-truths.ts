import type { Distribution } from "../../src/random/distribution.js";

/** What is known of a distribution without drawing from it: computed with SciPy 1, not with our own code. */
export interface Truth {
  readonly name: string;
  readonly distribution: Distribution;
  readonly meanSeconds: number;
  readonly deviationSeconds: number;
  /** At `PROBABILITIES`. */
  readonly quantilesSeconds: readonly number[];
}

export const PROBABILITIES = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

export const TRUTHS: readonly Truth[] = [
  {
    name: "exponential",
    distribution: { kind: "exponential", meanSeconds: 180 },
    meanSeconds: 180.0,
    deviationSeconds: 180.0,
    quantilesSeconds: [
      0.18009006004503603, 1.8090604536302595, 9.232792989759096, 18.964892818408735, 51.78277304132056,
      124.76649250079015, 249.5329850015803, 414.46531673892827, 539.2318092397182, 828.9306334778564,
      1243.3959502167845,
    ],
  },
  {
    name: "lognormal",
    distribution: { kind: "lognormal", medianSeconds: 180, sigma: 0.77 },
    meanSeconds: 242.11355481911738,
    deviationSeconds: 217.79827756500984,
    quantilesSeconds: [
      16.667787677380893, 30.014151523209094, 50.725034108804984, 67.09853062292954, 107.08251904241367,
      180.0, 302.5703942131477, 482.8719749777645, 638.7378652225668, 1079.4907853698944, 1943.8692541043456,
    ],
  },
  {
    name: "gamma of cv 0.1",
    distribution: { kind: "gamma", meanSeconds: 180, cv: 0.1 },
    meanSeconds: 180.0,
    deviationSeconds: 18.0,
    quantilesSeconds: [
      129.45851549100072, 140.7887694968325, 151.45069899296553, 157.35174569926858, 167.55450090681913,
      179.40035685476786, 191.79196654855758, 203.41894294772007, 210.59484200309242, 224.50061068329745,
      240.78647504048152,
    ],
  },
  {
    name: "gamma of cv 0.7",
    distribution: { kind: "gamma", meanSeconds: 180, cv: 0.7 },
    meanSeconds: 180.00000000000003,
    deviationSeconds: 126.0,
    quantilesSeconds: [
      4.3459156745833445, 13.913706755661552, 32.797896304362425, 48.77794177537466, 87.43390128495454,
      151.60660524458393, 242.0074968880747, 348.4181516306197, 424.233546101954, 592.1891463866168,
      821.9757130467344,
    ],
  },
  {
    name: "gamma of cv 1.5",
    distribution: { kind: "gamma", meanSeconds: 180, cv: 1.5 },
    meanSeconds: 180.0,
    deviationSeconds: 270.0,
    quantilesSeconds: [
      5.4813005174714876e-5, 0.009747445350109228, 0.3646168489210383, 1.7384948907641178, 13.949350396409681,
      73.20488791003477, 232.93607836447066, 498.6164037264619, 720.9051445539311, 1273.8716766114353,
      2111.134902258997,
    ],
  },
  {
    name: "gamma of cv 4",
    distribution: { kind: "gamma", meanSeconds: 180, cv: 4 },
    meanSeconds: 180.0,
    deviationSeconds: 720.0,
    quantilesSeconds: [
      1.699742364784657e-45, 1.6997423647846592e-29, 2.5936010204843955e-18, 1.699742364784643e-13,
      3.9575210888974316e-7, 0.025936230036149737, 17.13134279258393, 352.28899696718116, 1017.3237912468479,
      3567.701359122029, 8437.353885736595,
    ],
  },
  {
    name: "weibull of shape 0.7",
    distribution: { kind: "weibull", meanSeconds: 180, shape: 0.7 },
    meanSeconds: 180.00000000000003,
    deviationSeconds: 263.2364231484272,
    quantilesSeconds: [
      0.007370473734943392, 0.1990084873924301, 2.042343407061972, 5.711167564980684, 23.983780055716856,
      84.2378260643223, 226.7514126538046, 468.1126019181968, 681.7386523323773, 1260.0656821906687,
      2248.8066934355393,
    ],
  },
  {
    name: "weibull of shape 1.5",
    distribution: { kind: "weibull", meanSeconds: 180, shape: 1.5 },
    meanSeconds: 180.0,
    deviationSeconds: 122.21436475752232,
    quantilesSeconds: [
      1.994582928656155, 9.285978113562065, 27.526289169454323, 44.47942839268565, 86.89253582273487,
      156.1675917673268, 247.9005994547949, 347.68375409786125, 414.35820012251367, 551.9135570071976,
      723.2113524369171,
    ],
  },
  {
    name: "erlang of 1 stages",
    distribution: { kind: "erlang", meanSeconds: 180, stages: 1 },
    meanSeconds: 180.0,
    deviationSeconds: 180.0,
    quantilesSeconds: [
      0.1800900600450361, 1.8090604536302586, 9.232792989759096, 18.964892818408746, 51.78277304132056,
      124.76649250079019, 249.5329850015803, 414.46531673892827, 539.2318092397181, 828.9306334778562,
      1243.3959502167845,
    ],
  },
  {
    name: "erlang of 2 stages",
    distribution: { kind: "erlang", meanSeconds: 180, stages: 2 },
    meanSeconds: 180.0,
    deviationSeconds: 127.27922061357856,
    quantilesSeconds: [
      4.086181599254059, 13.369926622793935, 31.982535962879577, 47.863044755065076, 86.51508868032994,
      151.0512291014995, 242.33710760007256, 350.07481528806863, 426.9478066551519, 597.451686119443,
      831.0072128806426,
    ],
  },
  {
    name: "erlang of 3 stages",
    distribution: { kind: "erlang", meanSeconds: 180, stages: 3 },
    meanSeconds: 180.0,
    deviationSeconds: 103.92304845413264,
    quantilesSeconds: [
      11.432002654104192, 26.16270990469759, 49.0614868298372, 66.12391969495928, 103.63796507163116,
      160.44361882341354, 235.22412361755366, 319.33922027005264, 377.7476173123193, 504.3568148931278,
      673.7323345447597,
    ],
  },
  {
    name: "erlang of 12 stages",
    distribution: { kind: "erlang", meanSeconds: 180, stages: 12 },
    meanSeconds: 180.0,
    deviationSeconds: 51.96152422706632,
    quantilesSeconds: [
      60.63661185636878, 81.4227110664921, 103.86318770377667, 117.4401303938462, 142.77939397142663,
      175.0254472956715, 211.80862519146572, 248.97183216471134, 273.11271376355484, 322.3486510451374,
      383.83948333033044,
    ],
  },
  {
    name: "uniform",
    distribution: { kind: "uniform", minSeconds: 60, maxSeconds: 240 },
    meanSeconds: 150.0,
    deviationSeconds: 51.96152422706632,
    quantilesSeconds: [60.18, 61.8, 69.0, 78.0, 105.0, 150.0, 195.0, 222.0, 231.0, 238.2, 239.82],
  },
  {
    name: "triangular",
    distribution: { kind: "triangular", minSeconds: 60, modeSeconds: 120, maxSeconds: 300 },
    meanSeconds: 160.0,
    deviationSeconds: 50.99019513592785,
    quantilesSeconds: [
      63.79473319220205, 72.0, 86.83281572999748, 97.94733192202055, 120.0, 153.03061543300933,
      196.07695154586736, 234.27329309938008, 253.52419984551096, 279.2153903091735, 293.42732930993805,
    ],
  },
  {
    name: "triangular with its mode at the least",
    distribution: { kind: "triangular", minSeconds: 60, modeSeconds: 60, maxSeconds: 300 },
    meanSeconds: 140.0,
    deviationSeconds: 56.5685424949238,
    quantilesSeconds: [
      60.12003001500937, 61.20301509441121, 66.07693572458489, 72.3160084678767, 92.15390309173473,
      130.2943725152286, 180.0, 224.1053361559589, 246.33436854000502, 276.0, 292.4105336155959,
    ],
  },
  {
    name: "triangular with its mode at the most",
    distribution: { kind: "triangular", minSeconds: 60, modeSeconds: 300, maxSeconds: 300 },
    meanSeconds: 220.0,
    deviationSeconds: 56.5685424949238,
    quantilesSeconds: [
      67.5894663844041, 84.0, 113.66563145999496, 135.8946638440411, 180.0, 229.7056274847714,
      267.8460969082653, 287.6839915321233, 293.92306427541513, 298.79698490558883, 299.8799699849906,
    ],
  },
  {
    name: "mixture",
    distribution: {
      kind: "mixture",
      parts: [
        { weight: 3, of: { kind: "exponential", meanSeconds: 100 } },
        { weight: 1, of: { kind: "lognormal", medianSeconds: 400, sigma: 0.5 } },
      ],
    },
    meanSeconds: 188.31484530668263,
    deviationSeconds: 213.27533815498992,
    quantilesSeconds: [
      0.13342230131366462, 1.3423020332140707, 6.899287148695137, 14.310084363544313, 40.54639347007848,
      109.38684638409201, 266.60709070276334, 470.42974387742515, 616.2620779022807, 961.0026312087077,
      1506.4870360942652,
    ],
  },
];
