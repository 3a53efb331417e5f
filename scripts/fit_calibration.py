"""Fits patterns/calibration.toml to the lines of `recount eval --evidence` and prints it.

  fit_calibration.py EVIDENCE.jsonl

Method: logistic regression with a ridge penalty, by gradient steps of AdaGrad; then the shares that
it foretells for articles left out of the fit (one fold in ten) are bent to what was seen, by the
pool-adjacent-violators algorithm (isotonic regression) over at least STEP facts a point, each point
being the lower end of its 80 % Wilson interval: to say less than is true harms nobody. SURE is said
only where, and above which, SURELY of the facts of articles left out were right.
"""
import collections
import json
import math
import sys

FOLDS, ROUNDS, RATE, RIDGE, STEP = 10, 400, 0.3, 3.0, 40
SURE, SURELY = 0.9, 0.98
TABLES = ["family", "measure", "party", "place", "kind", "topic", "parties"]


def features(line):
    prior = min(max(line["prior"], 0.01), 0.99)
    return {"base": 1.0, "prior": math.log(prior / (1 - prior)), **{name: 1.0 for name in line["evidence"]}}


def foretell(weights, features):
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * x for name, x in features.items())))


def fit(lines):
    weights, squares = collections.defaultdict(float), collections.defaultdict(float)
    cases = [(features(line), line["right"]) for line in lines]
    for _ in range(ROUNDS):
        slope = collections.defaultdict(float)
        for x, right in cases:
            error = right - foretell(weights, x)
            for name, value in x.items():
                slope[name] += error * value
        for name, step in slope.items():
            step -= 0 if name == "base" else RIDGE * weights[name]
            squares[name] += step * step
            weights[name] += RATE * step / math.sqrt(squares[name] + 1e-9)
    return weights


def wilson_low(right, of, z=0.84):
    """Lower end of the Wilson score interval; Wilson (1927), z for 80 %."""
    share = right / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of)


def curve(pairs):
    """Points (foretold, seen) that rise, of (foretold, right)."""
    pools = []  # [sum foretold, right, of]
    pairs = sorted(pairs)
    for start in range(0, len(pairs), STEP):
        part = pairs[start:start + STEP]
        if len(part) < STEP and pools:
            pools[-1] = [pools[-1][0] + sum(p for p, _ in part), pools[-1][1] + sum(r for _, r in part), pools[-1][2] + len(part)]
        else:
            pools.append([sum(p for p, _ in part), sum(r for _, r in part), len(part)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    points = []
    for told, right, of in pools:
        point = (told / of, wilson_low(right, of))
        points.append((point[0], max(point[1], points[-1][1] if points else 0)))
    return keep_promise(points, pairs)


def keep_promise(points, pairs):
    """The points, below SURE up to the foretold share above which SURELY of the facts are right."""
    least, right = 2.0, 0
    pairs = sorted(pairs, reverse=True)
    for of, (foretold, is_right) in enumerate(pairs, 1):
        right += is_right
        tied = of < len(pairs) and pairs[of][0] == foretold  # all that are foretold alike, or none
        if not tied and of >= STEP and right >= SURELY * of:
            least = foretold
    unsure = [(x, min(y, SURE - 0.001)) for x, y in points if x < least]
    sure = [(x, max(y, SURE)) for x, y in points if x >= least]
    edge = [(least - 0.0001, SURE - 0.001), (least, SURE)] if least < 1 else []
    return sorted(unsure + edge + sure)


def main():
    lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    docs = sorted({line["doc"] for line in lines})
    fold = {doc: i % FOLDS for i, doc in enumerate(docs)}
    pairs = []
    for k in range(FOLDS):
        weights = fit([line for line in lines if fold[line["doc"]] != k])
        pairs += [(foretell(weights, features(line)), line["right"]) for line in lines if fold[line["doc"]] == k]
    weights = fit(lines)
    print(f"# How far to trust a fact, by what it rests on. Made by scripts/calibrate from {len(lines)} facts of {len(docs)}")
    print("# articles set aside; not by hand. Weights are log-odds that add up: `base` for any fact, `prior` times")
    print("# the log-odds of its rule's own confidence, and one of each table. `curve` bends the share that the sum")
    print("# stands for to the share that was seen right.")
    print(f"base = {weights['base']:.3f}\nprior = {weights['prior']:.3f}")
    print("curve = [" + ", ".join(f"[{x:.4f}, {y:.4f}]" for x, y in curve(pairs)) + "]")
    for table in TABLES:
        print(f"\n[{table}]")
        for name in sorted(weights):
            if name.startswith(table + ":"):
                print(f"{name.split(':')[1]} = {weights[name]:.3f}")


main()
