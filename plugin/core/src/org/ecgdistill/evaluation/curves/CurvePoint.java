package org.ecgdistill.evaluation.curves;

/**
 * A point of a curve.
 *
 * @param threshold the score from which rows are called positive at this point
 */
public record CurvePoint(double x, double y, double threshold) {}
