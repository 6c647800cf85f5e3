"""What a coefficient of agreement allows one to conclude."""

from enum import StrEnum

RELIABLE = 0.8
TENTATIVE = 0.667
"""Krippendorff's customary limits: Content Analysis (2019), section 12.8."""


class Reliability(StrEnum):
    """Say in which band a kappa or alpha lies."""

    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    UNRELIABLE = "unreliable"
    CHANCE = "chance"
    """Not better than chance."""
    UNDEFINED = "undefined"


def reliability(coefficient: float | None) -> Reliability:
    """Say what a kappa or alpha allows one to conclude."""
    if coefficient is None:
        return Reliability.UNDEFINED
    if coefficient <= 0:
        return Reliability.CHANCE
    if coefficient >= RELIABLE:
        return Reliability.RELIABLE
    return Reliability.TENTATIVE if coefficient >= TENTATIVE else Reliability.UNRELIABLE
