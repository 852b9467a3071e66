"""The same figures once more, in floats by the statistics module, a person at a time: nothing of `exams.analysis`."""

import math
import statistics


def column(rows, item):
    return [row[item] for row in rows]


def rest(rows, item):
    return [sum(mark for name, mark in row.items() if name != item) for row in rows]


def totals(rows):
    return [sum(row.values()) for row in rows]


def same(values):
    return max(values) - min(values) < 1e-12


def pearson(left, right):
    return None if len(left) < 2 or same(left) or same(right) else statistics.correlation(left, right)


def alpha(rows):
    items = list(rows[0])
    if len(rows) < 2 or len(items) < 2 or same(totals(rows)):
        return None
    own = sum(statistics.variance(column(rows, item)) for item in items)
    return len(items) / (len(items) - 1) * (1 - own / statistics.variance(totals(rows)))


def exam(rows, most):
    scores, reliability = totals(rows), alpha(rows)
    n, sd = len(rows), statistics.stdev(totals(rows)) if len(rows) > 1 else None
    return {
        "mean": statistics.fmean(scores),
        "median": statistics.median(scores),
        "sd": sd,
        "skewness": None if n < 3 or same(scores) else excel_skew(scores),
        "kurtosis": None if n < 4 or same(scores) else excel_kurt(scores),
        "cic": None if reliability is None else 100 * reliability,
        "error_ratio": None if reliability is None else 100 * math.sqrt(max(0, 1 - reliability)),
        "standard_error": None if reliability is None else sd * math.sqrt(max(0, 1 - reliability)),
        "alpha": reliability,
        "sem": None if reliability is None else sd * math.sqrt(max(0, 1 - reliability)),
        **kuder_richardson(rows, most),
        **halves(rows),
    }


def excel_skew(scores):
    n, mean, sd = len(scores), statistics.fmean(scores), statistics.stdev(scores)
    return n / (n - 1) / (n - 2) * sum(((score - mean) / sd) ** 3 for score in scores)


def excel_kurt(scores):
    n, mean, sd = len(scores), statistics.fmean(scores), statistics.stdev(scores)
    fourth = sum(((score - mean) / sd) ** 4 for score in scores)
    return n * (n + 1) / (n - 1) / (n - 2) / (n - 3) * fourth - 3 * (n - 1) ** 2 / (n - 2) / (n - 3)


def kuder_richardson(rows, most):
    k, highest = len(most), next(iter(most.values()))
    whole = all(mark in (0, highest) for row in rows for mark in row.values())
    if k < 2 or len(rows) < 2 or set(most.values()) != {highest} or not whole or same(totals(rows)):
        return {"kr_20": None, "kr_21": None}
    shares = [statistics.fmean(column(rows, item)) / highest for item in most]
    right = [total / highest for total in totals(rows)]
    variance, mean = statistics.pvariance(right), statistics.fmean(right)
    return {
        "kr_20": k / (k - 1) * (1 - sum(share * (1 - share) for share in shares) / variance),
        "kr_21": k / (k - 1) * (1 - mean * (k - mean) / k / variance),
    }


def halves(rows):
    first = [sum(mark for place, mark in enumerate(row.values()) if place % 2 == 0) for row in rows]
    second = [sum(mark for place, mark in enumerate(row.values()) if place % 2) for row in rows]
    r = pearson(first, second)
    stepped = None if r is None or r < -1 + 1e-12 else 2 * r / (1 + r)
    return {"split_half_correlation": r, "split_half": stepped}


def weights(rows):
    if len(rows) < 2:
        return dict.fromkeys(rows[0])
    found = {item: statistics.covariance(column(rows, item), totals(rows)) for item in rows[0]}
    roots = {item: math.sqrt(max(0, one)) for item, one in found.items() if one > -1e-12}
    whole = sum(root for root in roots.values() if root > 1e-6)
    return {item: 100 * roots[item] / whole if whole and item in roots else None for item in found}


def item(rows, name, most):
    x, r = column(rows, name), rest(rows, name)
    covmax = statistics.covariance(sorted(x), sorted(r)) if len(rows) > 1 else 0
    index = pearson(x, r)
    size = math.floor(0.27 * len(rows) + 1e-9)
    ranked = sorted(rows, key=lambda row: -sum(row.values()))
    high, low = ranked[:size], ranked[-size:] if size else []
    others = [{other: mark for other, mark in row.items() if other != name} for row in rows]
    return {
        "facility": 100 * statistics.fmean(x) / most[name],
        "sd": statistics.stdev(x) if len(rows) > 1 else None,
        "discrimination_index": None if index is None else 100 * index,
        "discriminative_efficiency": None if index is None else 100 * statistics.covariance(x, r) / covmax,
        "effective_weight": weights(rows)[name],
        "random_guess_score": None,
        "p": statistics.fmean(x) / most[name],
        "d": (sum(column(high, name)) - sum(column(low, name))) / size / most[name] if size else None,
        "point_biserial": pearson(x, totals(rows)),
        "alpha_if_item_deleted": alpha(others) if others[0] else None,
    }
