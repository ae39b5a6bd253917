package org.ecgdistill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.calibration.Calibrator;
import org.ecgdistill.evaluation.report.ReportPage;
import org.ecgdistill.evaluation.study.CaseColumns;
import org.ecgdistill.evaluation.study.Cases;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ComparisonOptions;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.evaluation.study.ModelPredictions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole comparison with its page: 8 models, 110,000 rows, 5 folds, 1,000 resamples, in less than 1 GB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class EvaluationReportBench {

    private static final int ROWS = 110_000;
    private static final int MODELS = 8;

    /** The numbers of MIT-BIH and of PTB-XL. */
    @Param({"47", "19000"})
    private int subjects;

    /** Two classes, or the five of AAMI. */
    @Param({"2", "5"})
    private int classes;

    private Cases cases;
    private List<ModelPredictions> models;

    @Setup
    public void setUp() {
        var random = new Random(1);
        var builder = Cases.builder(new CaseColumns("Class", Optional.of("Fold"), Optional.of("Subject")));
        var actual = new int[ROWS];
        for (var row = 0; row < ROWS; row++) {
            actual[row] = random.nextDouble() < 0.9 ? 0 : 1 + random.nextInt(classes - 1);
            var subject = random.nextInt(subjects);
            builder.add("Row" + row, name(actual[row]), subject % 5, "subject " + subject);
        }
        cases = builder.build();
        models = new ArrayList<>();
        for (var model = 0; model < MODELS; model++) {
            models.add(classes == 2 ? binary(model, actual, random) : several(model, actual, random));
        }
    }

    private static String name(int number) {
        return "class " + number;
    }

    private static ModelPredictions binary(int model, int[] actual, Random random) {
        var builder = ModelPredictions.builder("model " + model, ModelFacts.NONE, List.of(name(1)), false);
        for (var truth : actual) {
            builder.add(null, Calibrator.sigmoid(random.nextGaussian() + truth * (1 + 0.1 * model) - 2));
        }
        return builder.build();
    }

    private ModelPredictions several(int model, int[] actual, Random random) {
        var names = new ArrayList<String>();
        for (var c = 0; c < classes; c++) {
            names.add(name(c));
        }
        var builder = ModelPredictions.builder("model " + model, ModelFacts.NONE, names, false);
        for (var truth : actual) {
            var probability = new double[classes];
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                probability[c] = Math.exp(random.nextGaussian() + (c == truth ? 1 + 0.1 * model : 0));
                sum += probability[c];
            }
            for (var c = 0; c < classes; c++) {
                probability[c] /= sum;
            }
            builder.add(null, probability);
        }
        return builder.build();
    }

    @Benchmark
    public String comparisonAndPage() {
        var comparison = Comparison.of(cases, models, ComparisonOptions.DEFAULT.withEc57(true), Progress.NONE);
        return new ReportPage("Benchmark", "Created by a benchmark").of(comparison);
    }
}
