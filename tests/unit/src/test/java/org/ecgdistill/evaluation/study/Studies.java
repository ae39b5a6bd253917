package org.ecgdistill.evaluation.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ecgdistill.evaluation.calibration.Calibrator;

/** Made-up studies for tests: subjects with several rows each, folds by subject, models of a given skill. */
public final class Studies {

    public static final CaseColumns COLUMNS = new CaseColumns("Class", Optional.of("Fold"), Optional.of("Subject"));
    static final ModelFacts OUT_OF_FOLD = ModelFacts.fromProperties(Map.of("ecgdistill.outOfFold", "true"));

    private Studies() {}

    /** Rows of 40 subjects in 5 folds, about a third abnormal. */
    public static Cases cases(int rows) {
        var cases = Cases.builder(COLUMNS);
        for (var row = 0; row < rows; row++) {
            cases.add("Row" + row, isAbnormal(row) ? "abnormal" : "normal", row % 40 % 5, "subject " + row % 40);
        }
        return cases.build();
    }

    static boolean isAbnormal(int row) {
        return new SplittableRandom(row).nextInt(3) == 0;
    }

    /** Probabilities of "abnormal" whose logits differ by the skill between the classes. */
    public static ModelPredictions model(String name, ModelFacts facts, int rows, double skill, long seed) {
        var random = new SplittableRandom(seed);
        var model = ModelPredictions.builder(name, facts, List.of("abnormal"), false);
        for (var row = 0; row < rows; row++) {
            var noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            model.add(null, Calibrator.sigmoid(2 * noise + (isAbnormal(row) ? skill / 2 : -skill / 2)));
        }
        return model.build();
    }

    /** Cases from labels, folds and subjects written side by side; "-" stands for a missing value. */
    static Cases cases(CaseColumns columns, String... rows) {
        var cases = Cases.builder(columns);
        for (var row = 0; row < rows.length; row++) {
            var parts = rows[row].split(" ");
            cases.add(
                    "Row" + row,
                    parts[0].equals("-") ? null : parts[0],
                    parts[1].equals("-") ? null : Integer.valueOf(parts[1]),
                    parts[2].equals("-") ? null : parts[2]);
        }
        return cases.build();
    }

    static ModelPredictions probabilities(String name, String ofClass, double... probabilities) {
        var model = ModelPredictions.builder(name, OUT_OF_FOLD, List.of(ofClass), false);
        for (var probability : probabilities) {
            model.add(null, probability);
        }
        return model.build();
    }

    static ModelPredictions predictions(String name, String... predicted) {
        var model = ModelPredictions.builder(name, OUT_OF_FOLD, List.of(), true);
        for (var label : predicted) {
            model.add(label.equals("-") ? null : label);
        }
        return model.build();
    }
}
