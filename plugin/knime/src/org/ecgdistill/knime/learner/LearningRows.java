package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.distill.LabelledShare;
import org.ecgdistill.evaluation.folds.FoldReport;
import org.ecgdistill.evaluation.folds.GivenFolds;
import org.ecgdistill.evaluation.folds.SubjectDoubts;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.knime.common.TextReader;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * A table as a learner sees it.
 *
 * @param form the form of the network's input
 * @param code how labels become numbers
 * @param examples one per recording, with its label
 * @param design which examples train which model
 * @param exampleOfRow which example each row of the table belongs to, -1 for a row that is left out
 * @param columns the table's columns by their use
 * @param labelCounts how many recordings have each label
 * @param warnings what the analyst should know
 */
public record LearningRows(
        InputForm form,
        LabelCode code,
        Examples examples,
        Design design,
        int[] exampleOfRow,
        Map<String, String> columns,
        Map<String, Integer> labelCounts,
        List<String> warnings) {

    public LearningRows {
        columns = Map.copyOf(columns);
        labelCounts = Map.copyOf(labelCounts);
        warnings = List.copyOf(warnings);
    }

    /** @param taught the classes of a teacher, for a table without labels to distinguish; may be empty */
    static LearningRows read(BufferedDataTable table, Learning learning, List<String> taught, Progress progress)
            throws InvalidSettingsException {
        var optional = OptionalColumns.of(table, progress.part(0, 0.05));
        var signalColumns = SignalColumns.of(optional, learning.signals());
        var labelColumns = LabelColumns.of(optional, learning.labels());
        var recordings = RecordingReader.read(
                table, signalColumns, learning.preparation().toPlan(), progress.part(0.05, 0.8));
        var form = recordings
                .form()
                .orElseThrow(() -> new NetworkException(
                        table.size() == 0
                                ? "The input table is empty: there are no rows to learn from."
                                : "No row can be learnt from: " + String.join(" ", recordings.warnings())));
        var texts = TextReader.read(
                table,
                progress.part(0.8, 1),
                labelColumns.label(),
                labelColumns.subject().orElse(labelColumns.label()),
                labelColumns.fold().orElse(labelColumns.label()));
        var first = recordings.firstRows();
        if (signalColumns.layout() == LeadLayout.ROWS) {
            checkRowsAgree(texts, labelColumns, recordings.ofRow(), first);
        }
        var labels = picked(texts.get(0), first);
        var subjects = labelColumns.subject().isPresent()
                ? Optional.of(picked(texts.get(1), first))
                : Optional.<List<String>>empty();
        var given = labelColumns.fold().isEmpty() ? null : GivenFolds.of(picked(texts.get(2), first));
        var folds = given == null ? new int[0] : given.ofRow();
        var warnings = new ArrayList<>(optional.warnings());
        var distinct = labels.stream().filter(Objects::nonNull).distinct().count();
        var isTaught = !taught.isEmpty() && distinct < 2;
        var code = isTaught
                ? LabelCode.ofTeacher(taught, labelColumns.positive())
                : LabelCode.of(labels, labelColumns.positive());
        if (isTaught) {
            Collections.fill(labels, null);
            warnings.add("The label column holds " + (distinct == 0 ? "no label" : "only one label")
                    + ": the student learns the classes " + String.join(", ", code.classes())
                    + " from its teacher alone, and nothing can be scored.");
        }
        warnings.addAll(doubts(labels.stream().map(code::name).toList(), subjects, folds));
        hideLabels(labels, subjects, folds, learning).ifPresent(warnings::add);
        var names = labels.stream().map(code::name).toList();
        var examples =
                new Examples(form.leads().size(), recordings.inputs(), Map.of(Examples.LABEL, code.targets(labels)));
        warnings.addAll(recordings.warnings());
        warnings.addAll(given == null ? List.of() : GivenFolds.doubts(given.names()));
        return new LearningRows(
                form,
                code,
                examples,
                learning.training().design(names, subjects, folds),
                recordings.ofRow(),
                uses(table, signalColumns, labelColumns),
                counts(names),
                warnings);
    }

    /**
     * Leaves the labels of the share of subjects that the analyst wants to use. Rows with a label in no fold keep it: they
     * take no part.
     *
     * @return what the analyst should know
     */
    private static Optional<String> hideLabels(
            List<String> labels, Optional<List<String>> subjects, int[] folds, Learning learning) {
        var share = learning.labels().share();
        if (share == 1) {
            return Optional.empty();
        }
        var training = learning.training();
        var design = training.design(new ArrayList<>(labels), subjects, folds);
        var known = new LabelledShare(design, -1, training.seed()).rows(share);
        var hidden = 0;
        for (var row = 0; row < labels.size(); row++) {
            if (labels.get(row) != null && !known.contains(row) && (folds.length == 0 || folds[row] >= 0)) {
                labels.set(row, null);
                hidden++;
            }
        }
        return hidden == 0
                ? Optional.empty()
                : Optional.of("Only " + Words.count(known.size()) + " of "
                        + Words.count(known.size() + hidden, "label", "labels")
                        + " are used (Share of labelled subjects: " + share
                        + "); the other rows count as rows without a label.");
    }

    /** The rows of one record must agree in what belongs to the record. */
    private static void checkRowsAgree(List<List<String>> texts, LabelColumns columns, int[] ofRow, int[] first) {
        var wanted = List.of(OptionalInt.of(columns.label()), columns.subject(), columns.fold());
        var names = List.of("labels", "subjects", "folds");
        for (var column = 0; column < wanted.size(); column++) {
            for (var row = 0; wanted.get(column).isPresent() && row < ofRow.length; row++) {
                var text = texts.get(column).get(row);
                if (ofRow[row] >= 0 && !Objects.equals(text, texts.get(column).get(first[ofRow[row]]))) {
                    throw new NetworkException("The rows of one record have different " + names.get(column) + ": \""
                            + texts.get(column).get(first[ofRow[row]]) + "\" and \"" + text
                            + "\". Give all leads of a record the same value.");
                }
            }
        }
    }

    private static List<String> doubts(List<String> labels, Optional<List<String>> subjects, int[] folds) {
        var doubts = new ArrayList<String>();
        if (folds.length == 0) {
            doubts.add("There is no cross-validation: the predictions come from a model that has learnt from the same"
                    + " rows, and look better than it is. Put a Fold Assigner before this node,"
                    + " or let the model predict other recordings (ECG Model Predictor).");
            subjects.map(SubjectDoubts::similarNames)
                    .orElse(Optional.of("There is no subject column: rows of one person may be in both training and"
                            + " validation data."))
                    .ifPresent(doubts::add);
        } else {
            doubts.addAll(FoldReport.of(labels, subjects, folds).findings());
        }
        return doubts;
    }

    private static List<String> picked(List<String> texts, int[] rows) {
        return IntStream.of(rows).mapToObj(texts::get).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, String> uses(BufferedDataTable table, SignalColumns signals, LabelColumns labels) {
        var spec = table.getDataTableSpec();
        var uses = new TreeMap<>(signals.uses(spec));
        uses.put("label", labels.target(spec));
        labels.subject()
                .ifPresent(i -> uses.put("subject", spec.getColumnSpec(i).getName()));
        labels.fold().ifPresent(i -> uses.put("fold", spec.getColumnSpec(i).getName()));
        return uses;
    }

    private static Map<String, Integer> counts(List<String> labels) {
        var counts = new TreeMap<String, Integer>();
        labels.stream().filter(Objects::nonNull).forEach(label -> counts.merge(label, 1, Integer::sum));
        return counts;
    }
}
