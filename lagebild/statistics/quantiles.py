"""Quantile classes for maps: about the same number of territories in each colour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lagebild.statistics._numbers import finite


def class_limits(values: Sequence[float], classes: int) -> tuple[float, ...]:
    """The `classes + 1` limits of the quantile classes, from the lowest to the highest value.

    Quantiles of type 9 (Hyndman and Fan), approximately unbiased for normally distributed values.

    Raises ValueError for no values, values that are not finite, or fewer than two classes.

    Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50
    (1996), 361-365; used by the Robert Koch-Institut for its deprivation index (robert-koch-institut/GISD,
    commit 29ee5a6).
    """
    if classes < 2 or not values:
        raise ValueError(f"{len(values)} values cannot be put into {classes} classes")
    numbers = [finite("value", value) for value in values]
    limits = np.quantile(numbers, np.linspace(0, 1, classes + 1), method="normal_unbiased")
    return tuple(float(limit) for limit in limits)


def quantile_classes(values: Sequence[float], classes: int) -> tuple[int, ...]:
    """The class of each value, 1 for the lowest; a value on an inner limit belongs to the class above it.

    Equal values always share a class, so with many ties classes differ in size and some may stay empty.

    Source: as for `class_limits`; assignment as `findInterval` in R does it.
    """
    inner = class_limits(values, classes)[1:-1]
    return tuple(int(place) + 1 for place in np.searchsorted(inner, values, side="right"))
