package org.ecgdistill.evaluation.study;

import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.metrics.MetricValue;

/** What a way of calibrating, fitted across folds, would do to the probabilities of a model. */
public record CalibrationScores(
        CalibrationMethod method, MetricValue calibrationError, MetricValue brier, MetricValue logLoss) {}
