"""Writes reference-special.json and reference-queues.json, in this folder: python3 make-reference.py

Special functions are power series of positive terms and bisection, with 40 or 60 digits, by mpmath. The M/M/20+G
queues have 1/9 contact a second, 180 s of handle time and a threshold of 20 s; they use scipy's functions in double
precision, good to about 1e-12.
"""

import json

import mpmath as mp
import numpy as np
import scipy
import scipy.special as sp

mp.mp.dps = 40
HOW = "make-reference.py with mpmath %s, scipy %s" % (mp.__version__, scipy.__version__)


def number(x):
    return float(mp.nstr(mp.mpf(x), 20))


def write(name, content):
    with open(name, "w") as out:
        out.write("{\n")
        out.write('  "how": %s' % json.dumps(HOW))
        for key, rows in content.items():
            out.write(",\n  %s: [\n" % json.dumps(key))
            out.write(",\n".join("    " + json.dumps(row) for row in rows))
            out.write("\n  ]")
        out.write("\n}\n")


def gamma_below(shape, x):
    """Power series of positive terms."""
    shape, x = mp.mpf(shape), mp.mpf(x)
    term, total, k = mp.mpf(1), mp.mpf(1), 0
    while term > total * mp.mpf(10) ** -40:
        k += 1
        term *= x / (shape + k)
        total += term
    return total * mp.exp(shape * mp.log(x) - x - mp.loggamma(shape + 1))


def beta_below(a, b, x, y):
    """Power series of positive terms; past the middle the other tail."""
    a, b, x, y = mp.mpf(a), mp.mpf(b), mp.mpf(x), mp.mpf(y)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(b, a, y, x)
    term, total, k = mp.mpf(1), mp.mpf(1), 0
    while term > total * mp.mpf(10) ** -40:
        term *= x * (a + b + k) / (a + 1 + k)
        k += 1
        total += term
    log_front = a * mp.log(x) + b * mp.log(y) + mp.loggamma(a + b) - mp.loggamma(a + 1) - mp.loggamma(b)
    return total * mp.exp(log_front)


def t_cdf_upper(t, df):
    square = t * t
    return beta_below(df / 2, mp.mpf(1) / 2, df / (df + square), square / (df + square)) / 2


def t_quantile(p, df):
    p, df = mp.mpf(p), mp.mpf(df)
    low, high = mp.mpf(0), mp.mpf(1)
    while t_cdf_upper(high, df) > 1 - p:
        low, high = high, high * 4
    for _ in range(64):
        middle = (low + high) / 2
        if t_cdf_upper(middle, df) > 1 - p:
            low = middle
        else:
            high = middle
    secant = mp.findroot(lambda t: t_cdf_upper(t, df) - (1 - p), (low, high), tol=mp.mpf(10) ** -34)
    return secant


def special():
    mp.mp.dps = 60
    gammas = []
    for shape in (0.1, 0.5, 1, 2.5, 10, 99.5, 1000, 20000, 1e6):
        for deviations in (-8, -3, -1, -0.1, 0, 0.1, 1, 4, 7):
            x = shape + deviations * shape**0.5
            if x > 0:
                below = gamma_below(shape, x)
                gammas.append([shape, x, number(below), number(1 - below)])
    betas = []
    for a in (0.5, 1, 3.5, 40, 2000, 1e5):
        for b in (0.5, 2, 30, 5000):
            for x in (1e-6, 0.1, 0.3, 0.5, 0.9, 0.999):
                share = beta_below(a, b, x, 1 - mp.mpf(x))
                if share > mp.mpf(10) ** -250:
                    betas.append([a, b, x, number(share)])
    mp.mp.dps = 40
    normals = []
    for z in (-37, -10, -5, -2, -1, -0.6, -0.5, -0.1, -1e-8, 0, 0.3, 0.5, 1, 1.5, 2, 3, 6):
        normals.append([z, number(mp.ncdf(mp.mpf(z)))])
    quantiles = []
    for p in (1e-300, 1e-20, 1e-6, 0.001, 0.025, 0.1, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9999):
        q = mp.mpf(p)
        guess = -mp.sqrt(-2 * mp.log(min(q, 1 - q)))
        z = mp.findroot(lambda v: mp.log(mp.erfc(-v / mp.sqrt(2)) / 2) - mp.log(min(q, 1 - q)), guess)
        quantiles.append([p, number(z if q < 0.5 else -z)])
    students = []
    for df in (0.5, 1, 1.5, 2, 3, 4, 5, 7.3, 9, 10, 19, 29, 30, 49, 99, 119.5, 399):
        for p in (0.5001, 0.6, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9995, 0.9999995):
            students.append([p, df, number(t_quantile(p, df))])
    return {
        "gamma: shape, x, below, above": gammas,
        "beta: a, b, x, below": betas,
        "normal: z, below": normals,
        "normal quantile: share, z": quantiles,
        "student: share, degrees, t": students,
    }


def erlang_b(load, agents):
    """Sum over all states, not the recurrence."""
    term, total = mp.mpf(1), mp.mpf(1)
    for k in range(1, agents + 1):
        term = term * load / k
        total += term
    return term / total


def survivals():
    """The distribution as the product spells it, its survival function on an array, where it jumps or bends."""
    e = np.exp

    def above_values(values):
        return lambda x: np.array([sum(v > t for v in values) for t in x]) / len(values)

    def triangular(a, c, b):
        rise, fall = (b - a) * (c - a), (b - a) * (b - c)
        return lambda x: np.where(
            x <= a, 1, np.where(x < c, 1 - (x - a) ** 2 / rise, np.where(x < b, (b - x) ** 2 / fall, 0))
        )

    def weibull(mean, shape):
        scale = mean / sp.gamma(1 + 1 / shape)
        return lambda x: e(-((x / scale) ** shape))

    seen = [0, 0, 5, 12, 12, 30, 47, 90, 200, 600]
    balking = [
        {"weight": 1, "of": {"kind": "constant", "seconds": 0}},
        {"weight": 3, "of": {"kind": "exponential", "meanSeconds": 200}},
        {"weight": 1, "of": {"kind": "constant", "seconds": 60}},
    ]
    return [
        ({"kind": "constant", "seconds": 45}, above_values([45]), [45]),
        ({"kind": "exponential", "meanSeconds": 150}, lambda x: e(-x / 150), []),
        (
            {"kind": "lognormal", "medianSeconds": 90, "sigma": 1.25},
            lambda x: sp.erfc(np.log(x / 90) / (1.25 * 2**0.5)) / 2,
            [],
        ),
        ({"kind": "gamma", "meanSeconds": 120, "cv": 2}, lambda x: sp.gammaincc(0.25, x / 480), []),
        ({"kind": "gamma", "meanSeconds": 120, "cv": 0.5}, lambda x: sp.gammaincc(4, x / 30), []),
        ({"kind": "erlang", "meanSeconds": 100, "stages": 3}, lambda x: sp.gammaincc(3, x * 3 / 100), []),
        ({"kind": "weibull", "meanSeconds": 120, "shape": 0.5}, weibull(120, 0.5), []),
        ({"kind": "weibull", "meanSeconds": 120, "shape": 2.5}, weibull(120, 2.5), []),
        (
            {"kind": "uniform", "minSeconds": 20, "maxSeconds": 120},
            lambda x: np.clip((120 - x) / 100, 0, 1),
            [20, 120],
        ),
        (
            {"kind": "triangular", "minSeconds": 10, "modeSeconds": 30, "maxSeconds": 150},
            triangular(10, 30, 150),
            [10, 30, 150],
        ),
        ({"kind": "empirical", "valuesSeconds": seen}, above_values(seen), [5, 12, 30, 47, 90, 200, 600]),
        ({"kind": "mixture", "parts": balking}, lambda x: 0.6 * e(-x / 200) + 0.2 * (x < 60), [60]),
    ]


def queues():
    """Survival functions are scipy's; integrals by 24 Gauss points on each of about 700 fixed panels."""
    rows, points = [], []
    nodes, weights = np.polynomial.legendre.leggauss(24)
    nodes, weights = (nodes + 1) / 2, weights / 2
    rate, handle, agents, within = 1 / 9, 180, 20, 20
    drain = agents / handle
    asked = [0.5, 20, 47, 130, 900]
    for distribution, above, breaks in survivals():
        cuts = sorted({0.0, within, *asked, *breaks, *np.geomspace(1e-12, 1, 120), *np.linspace(2, 3000, 600)})
        upto, total = 0.0, np.zeros(6)
        for left, right in zip(cuts, cuts[1:]):
            if left in asked:
                points.append([distribution, left, float(above(np.array([left]))[0]), upto])
            width = right - left
            x = left + width * nodes
            staying = above(x)
            inner = above((left + np.outer(x - left, nodes)).ravel()).reshape(24, 24) @ weights
            density = np.exp(rate * (upto + (x - left) * inner) - drain * x)
            early = right <= within
            parts = [1, staying, x * staying, staying * early, (1 - staying) * early, not early]
            total += np.array([width * np.sum(weights * density * part) for part in parts])
            upto += width * np.sum(weights * staying)
        every, staying, waited, soon, gone, late = total
        at_once = 1 / float(erlang_b(20, agents - 1))
        norm = at_once + rate * every
        answered = (at_once + rate * staying) / norm
        abandoned_within = rate * (gone + (1 - float(above(np.array([within]))[0])) * late) / norm
        rows.append(
            [
                distribution,
                rate * every / norm,
                answered,
                rate * waited / norm / answered,
                (at_once + rate * soon) / norm,
                abandoned_within,
            ]
        )
    sizes = ((1, 1), (10, 25), (190, 200), (900, 1000), (2000, 1900), (20000, 20000), (19800, 20000), (20500, 20000))
    return {
        "survival: distribution, x, above, mean up to x": points,
        "M/M/20+G: patience, delayed, answered, ASA, answered within, abandoned within": rows,
        "Erlang B: load, agents, blocked": [[a, n, number(erlang_b(a, n))] for a, n in sizes],
    }


write("reference-special.json", special())
write("reference-queues.json", queues())
