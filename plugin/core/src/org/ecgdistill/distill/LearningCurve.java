package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.LearningCurveLine.Counts;
import org.ecgdistill.distill.TrainingTask.Output;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.ScoredRows;
import org.ecgdistill.evaluation.metrics.Scores;
import org.ecgdistill.evaluation.metrics.ScoringRules;
import org.ecgdistill.evaluation.study.FoldMeans;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Schedule;

/**
 * How good students become with few labels: for each method and share of labelled subjects one student is trained for each
 * fold and tested on the fold's rows. On the training side, all other labels are hidden.
 *
 * @param plan of the students
 * @param pairs temperature and weight by fold, which no row of the fold has chosen
 * @param shares of labelled subjects, above 0 and at most 1
 */
public record LearningCurve(Distillation plan, List<Pair> pairs, List<Double> shares) {

    private static final int MOST_SHARES = 20;
    private static final double TRAINED = 0.95;

    /** How a student learns. */
    public enum Method {
        /** From the known labels. */
        LABELS("Labels alone"),
        /** From the known labels, and from the teacher's predictions for the same rows. */
        DISTILLED("Distilled"),
        /** The same, and from the teacher's predictions for all other rows. */
        UNLABELLED("Distilled with unlabelled rows"),
        /** From the teacher's predictions for all rows, without any label; not possible by its attention. */
        TEACHER("Teacher alone");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        private boolean usesHidden() {
            return this == UNLABELLED || this == TEACHER;
        }
    }

    public LearningCurve {
        pairs = List.copyOf(pairs);
        shares = checked(shares);
    }

    /** Shares in their order, each once. */
    public static List<Double> checked(List<Double> shares) {
        for (var share : shares) {
            if (!(share > 0 && share <= 1)) {
                throw new DistillationException(
                        "A share of labelled subjects must be above 0 and at most 1, but one is " + share
                                + ". For example: 0.05, 0.15, 0.5, 1.");
            }
        }
        var distinct = shares.stream().distinct().sorted().toList();
        if (distinct.isEmpty() || distinct.size() > MOST_SHARES) {
            throw new DistillationException("A learning curve needs 1 to " + MOST_SHARES
                    + " shares of labelled subjects, but there are " + distinct.size() + ".");
        }
        return distinct;
    }

    /** A student to train; several may share it. */
    private record Point(Method method, double share, int fold) {}

    /** What remains of a student. */
    private record Done(float[][] outputs, FoldData data, double seconds) {

        static Done of(TrainingTask task, Progress progress) {
            var result = task.run(1, progress);
            var outputs = result.predictions().map(Inference.Result::outputs).orElse(new float[0][]);
            return new Done(outputs, task.data(), result.seconds());
        }

        boolean isTested() {
            return outputs.length > 0;
        }

        ScoredRows scored() {
            return StudentScores.rows(outputs, data.examples().select(data.tested()));
        }

        Counts counts(Design design) {
            var known = data.split().whole().training();
            var subjects =
                    IntStream.of(known).mapToObj(design::subjectOf).distinct().count();
            return new Counts((int) subjects, known.length, data.split().unlabelled().length);
        }
    }

    /** Rejects rows for which no curve can be drawn. */
    public static void check(Design design) {
        if (design.numberOfFolds() < 2) {
            throw new DistillationException("A learning curve needs a cross-validation. Put a Fold Assigner before this"
                    + " node and choose its fold column, or leave the shares of the learning curve empty.");
        }
        if (IntStream.range(0, design.folds().length)
                .noneMatch(row -> design.labels().get(row) != null && design.folds()[row] >= 0)) {
            throw new DistillationException(
                    "A learning curve needs labels to test on, but no row has both a label and a"
                            + " fold. Leave the shares of the learning curve empty.");
        }
        // Some students of the curve learn from labels alone, in every fold.
        IntStream.range(0, design.numberOfFolds()).forEach(design::checkLabels);
    }

    /**
     * One line for each method and share, followed by those of its folds.
     *
     * @param rows with their labels; the teachers add their predictions
     */
    public List<LearningCurveLine> run(Teachers teachers, Examples rows, Progress progress) {
        var design = teachers.design();
        check(design);
        var examples = teachers.examples(rows);
        var trained = new HashMap<Point, FoldData>();
        var points = new ArrayList<Point>();
        for (var fold = 0; fold < design.numberOfFolds(); fold++) {
            progress.report(0, "Dividing the rows");
            var seen = examples.apply(fold);
            var share = new LabelledShare(
                    design, fold, Schedule.seedOf(plan.schedule().seed(), fold));
            for (var point : points(fold)) {
                points.add(point);
                trained.put(point, data(teachers, design, seen, point, share));
            }
        }
        // The same method and share in all folds before the next.
        var jobs = points.stream()
                .filter(point -> source(point, trained).equals(point))
                .sorted((some, other) -> Integer.compare(order(some), order(other)))
                .toList();
        var done = train(jobs, trained, progress.part(0, TRAINED));
        var lines = new ArrayList<LearningCurveLine>();
        var curves = points(0);
        for (var i = 0; i < curves.size(); i++) {
            var curve = curves.get(i);
            var ofFolds = IntStream.range(0, design.numberOfFolds())
                    .mapToObj(fold -> new Point(curve.method(), curve.share(), fold))
                    .map(point -> done.get(source(point, trained)))
                    .toList();
            var part = progress.part(
                    TRAINED + (1 - TRAINED) * i / curves.size(), TRAINED + (1 - TRAINED) * (i + 1) / curves.size());
            lines.addAll(lines(curve, design, ofFolds, part));
        }
        return lines;
    }

    private List<Point> points(int fold) {
        var points = new ArrayList<Point>();
        var objective = plan.goal().objective();
        for (var method : Method.values()) {
            var isTaught = objective != Objective.LABELS;
            if (method == Method.TEACHER && isTaught && !objective.needsAttention()) {
                points.add(new Point(method, 0, fold));
            } else if (method == Method.LABELS || method != Method.TEACHER && isTaught) {
                shares.forEach(share -> points.add(new Point(method, share, fold)));
            }
        }
        return points;
    }

    /** The point whose training serves this one too: with all labels known, no hidden ones are left. */
    private static Point source(Point point, Map<Point, FoldData> trained) {
        return point.method() == Method.UNLABELLED && trained.get(point).split().unlabelled().length == 0
                ? new Point(Method.DISTILLED, point.share(), point.fold())
                : point;
    }

    private static int order(Point point) {
        // The students with many rows take longest and come first.
        return -(int) Math.round(1000 * (point.method().usesHidden() ? 1 : point.share()));
    }

    /** Rows in no fold take no part, unless they never had a label. */
    private FoldData data(Teachers teachers, Design design, Examples seen, Point point, LabelledShare share) {
        var known = point.method() == Method.TEACHER ? Set.<Integer>of() : share.rows(point.share());
        var labels = new ArrayList<>(design.labels());
        var hidden = IntStream.range(0, labels.size())
                .filter(row -> labels.get(row) != null && design.folds()[row] >= 0)
                .filter(row -> design.folds()[row] != point.fold() && !known.contains(row))
                .toArray();
        for (var row : hidden) {
            labels.set(row, null);
        }
        var unlabelled = point.method().usesHidden()
                ? IntStream.concat(IntStream.of(hidden), IntStream.of(design.unlabelled()))
                        .sorted()
                        .toArray()
                : new int[0];
        var other = design.with(labels, unlabelled);
        return FoldData.of(
                point.method() == Method.LABELS ? Teachers.none(other) : teachers, other, seen, point.fold());
    }

    private Map<Point, Done> train(List<Point> points, Map<Point, FoldData> data, Progress progress) {
        var labels = new Distillation(
                plan.student(),
                Goal.labels(plan.goal().weighting(), plan.goal().score()),
                plan.schedule(),
                plan.processor(),
                plan.threads());
        var folds = 1 + points.stream().mapToInt(Point::fold).max().orElse(0);
        var jobs = new ArrayList<Crew.Job<Done>>();
        for (var point : points) {
            var isPlain = point.method() == Method.LABELS;
            var task = TrainingTask.of(
                    isPlain ? labels : plan,
                    data.get(point),
                    isPlain ? Pair.NONE : pairs.get(point.fold()),
                    Set.of(Output.FOLD_PREDICTIONS),
                    false);
            var name = "learning curve, " + point.method().title() + ", share " + point.share() + ", fold "
                    + (point.fold() + 1) + " of " + folds;
            jobs.add(new Crew.Job<>(name, part -> Done.of(task, part)));
        }
        var results = Crew.run(jobs, plan.threads(), progress);
        var done = new HashMap<Point, Done>();
        for (var i = 0; i < results.size(); i++) {
            done.put(points.get(i), results.get(i));
        }
        return done;
    }

    private List<LearningCurveLine> lines(Point curve, Design design, List<Done> folds, Progress progress) {
        var numbers = new HashMap<String, Integer>();
        var scored = new ArrayList<ScoredRows>();
        var subjects = new ArrayList<int[]>();
        var lines = new ArrayList<LearningCurveLine>();
        for (var fold = 0; fold < folds.size(); fold++) {
            var done = folds.get(fold);
            var scores = Map.<Metric, MetricValue>of();
            if (done.isTested()) {
                var rows = done.scored();
                scored.add(rows);
                subjects.add(IntStream.of(done.data().tested())
                        .map(row -> numbers.computeIfAbsent(design.subjectOf(row), name -> numbers.size()))
                        .toArray());
                scores = Scores.of(rows, ScoringRules.DEFAULT);
            }
            lines.add(new LearningCurveLine(
                    curve.method(), curve.share(), fold, done.counts(design), scores, Map.of(), done.seconds()));
        }
        var means =
                FoldMeans.of(scored, subjects, numbers.size(), plan.schedule().seed(), progress);
        lines.add(
                0,
                new LearningCurveLine(
                        curve.method(),
                        curve.share(),
                        -1,
                        new Counts(
                                mean(lines, Counts::subjects),
                                mean(lines, Counts::labelled),
                                mean(lines, Counts::unlabelled)),
                        means.means(),
                        means.intervals(),
                        lines.stream().mapToDouble(LearningCurveLine::seconds).sum()));
        return lines;
    }

    private static int mean(List<LearningCurveLine> lines, ToIntFunction<Counts> count) {
        return (int) Math.round(lines.stream()
                .mapToInt(line -> count.applyAsInt(line.rows()))
                .average()
                .orElse(0));
    }
}
