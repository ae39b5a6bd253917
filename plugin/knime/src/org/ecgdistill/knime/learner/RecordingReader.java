package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.knime.common.Rows;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.model.InputForm;
import org.ecgdistill.model.InputPlan;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.signal.quality.FlatSignal;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Reads the signals of a table row by row and keeps only the network's input of each. A recording with a missing signal,
 * sample or lead is left out and reported. A recording of another form than the rest is an error.
 */
public final class RecordingReader {

    private final SignalColumns columns;

    /** Null where the form is given. */
    private final InputPlan plan;

    private Optional<InputForm> form;

    /** What is done with the windows of each usable recording. */
    private final Consumer<List<float[]>> use;

    private int used;
    private final Set<String> finished = new HashSet<>();
    private final RecordingDoubts doubts = new RecordingDoubts();
    private String otherLead;

    /** The recording whose rows are being read, with its leads. */
    private final Map<String, double[]> leads = new LinkedHashMap<>();

    private final List<Integer> rows = new ArrayList<>();
    private String record;
    private String broken;
    private double rate;

    private RecordingReader(SignalColumns columns, InputPlan plan, InputForm form, Consumer<List<float[]>> use) {
        this.columns = columns;
        this.plan = plan;
        this.form = Optional.ofNullable(form);
        this.use = use;
    }

    /** For training: the first usable recording defines the form of all. */
    public static Recordings read(BufferedDataTable table, SignalColumns columns, InputPlan plan, Progress progress) {
        var inputs = new ArrayList<float[]>();
        return new RecordingReader(columns, plan, null, inputs::addAll)
                .read(table, progress)
                .with(inputs);
    }

    /** For checking a model on single windows: the model defines the form of all. */
    public static Recordings read(
            BufferedDataTable table, SignalParameters parameters, InputForm form, Progress progress)
            throws InvalidSettingsException {
        var inputs = new ArrayList<float[]>();
        return read(table, parameters, form, windows -> inputs.add(windows.get(0)), progress)
                .with(inputs);
    }

    /**
     * For predicting: a model defines the form of all. The inputs are not kept.
     *
     * @param use takes the windows of each usable recording, in the order of the table
     */
    public static Recordings read(
            BufferedDataTable table,
            SignalParameters parameters,
            InputForm form,
            Consumer<List<float[]>> use,
            Progress progress)
            throws InvalidSettingsException {
        var optional = OptionalColumns.of(table, progress.part(0, 0.05));
        var columns = SignalColumns.of(optional, parameters);
        var recordings = new RecordingReader(columns, null, form, use).read(table, progress.part(0.05, 1));
        var warnings = new ArrayList<>(optional.warnings());
        warnings.addAll(recordings.warnings());
        return new Recordings(recordings.form(), recordings.inputs(), recordings.ofRow(), warnings);
    }

    private Recordings read(BufferedDataTable table, Progress progress) {
        var ofRow = new int[Math.toIntExact(table.size())];
        Arrays.fill(ofRow, -1);
        try (var reading = new Rows(table, "Reading", progress)) {
            while (reading.hasNext()) {
                var row = reading.next();
                if (!name(row).equals(record)) {
                    finish(ofRow);
                    begin(row);
                }
                add(row, reading.number());
            }
        }
        finish(ofRow);
        return new Recordings(form.map(this::namedIfOne), new float[0][], ofRow, warnings());
    }

    /** If one-lead rows hold different leads, the model accepts any lead. */
    private InputForm namedIfOne(InputForm read) {
        return otherLead == null || plan == null ? read : read.withLeads(List.of(InputForm.ANY));
    }

    private String name(DataRow row) {
        var key = row.getKey().getString();
        return columns.record().isEmpty()
                ? key
                : Cells.text(row, columns.record()).orElse("(row " + key + ")");
    }

    private void begin(DataRow row) {
        record = name(row);
        if (columns.record().isPresent() && !finished.add(record)) {
            throw new ModelException("The rows of the record \"" + record
                    + "\" are not together. Sort the table by record" + " first (Sorter).");
        }
        broken = null;
        rate = Double.NaN;
    }

    /** The rows of a record may each name the rate; all have to name the same. */
    private void addRate(DataRow row) {
        var named = Cells.number(row, columns.rate());
        if (Double.isNaN(named)) {
            return;
        }
        if (RecordingDoubts.isKnown(rate) && !InputForm.isSameRate(rate, named)) {
            broken = "its leads have different sampling rates, " + RecordingDoubts.hertz(rate) + " and "
                    + RecordingDoubts.hertz(named);
        }
        rate = RecordingDoubts.isKnown(rate) ? rate : named;
    }

    private void add(DataRow row, int number) {
        rows.add(number);
        addRate(row);
        for (var i = 0; i < columns.signals().size(); i++) {
            var cell = row.getCell(columns.signals().get(i));
            var lead = lead(row, i);
            if (cell.isMissing()) {
                broken = "the signal is missing";
                continue;
            }
            var signal = Signals.read(cell);
            if (signal.length == 0) {
                broken = "the signal has no samples";
            } else if (!Arrays.stream(signal).allMatch(Double::isFinite)) {
                broken = Arrays.stream(signal).anyMatch(Double::isInfinite)
                        ? "samples are infinite"
                        : "samples are missing";
            }
            if (leads.put(lead, signal) != null) {
                broken = "the lead " + lead + " occurs twice";
            }
        }
    }

    private String lead(DataRow row, int column) {
        if (columns.layout() == LeadLayout.COLUMNS) {
            return columns.names().get(column);
        }
        return Cells.text(row, columns.lead()).orElse(InputForm.ANY);
    }

    /** Prepares the recording that has been read, or leaves it out. */
    private void finish(int[] ofRow) {
        if (rows.isEmpty()) {
            return;
        }
        var isOne = columns.layout() == LeadLayout.ONE;
        if (broken == null && columns.rate().isPresent() && needsRate() && !RecordingDoubts.isKnown(rate)) {
            broken = Double.isNaN(rate)
                    ? "the sampling rate is missing"
                    : "the sampling rate is " + RecordingDoubts.hertz(rate);
        }
        if (broken == null && form.isEmpty()) {
            form = Optional.of(plan.form(
                    SignalColumns.inOrder(List.copyOf(leads.keySet())),
                    leads.values().iterator().next().length,
                    rate));
        }
        if (broken == null && isOne && form.orElseThrow().leads().size() == 1) {
            var lead = leads.keySet().iterator().next();
            var expected = form.orElseThrow().leads().get(0);
            otherLead = expected.equals(InputForm.ANY) || expected.equalsIgnoreCase(lead) ? otherLead : lead;
        }
        var signals = broken == null ? ordered(isOne) : null;
        if (broken == null && form.orElseThrow().windows() && lengths(signals) > 1) {
            broken = "its leads have different lengths";
        }
        if (broken == null) {
            prepare(signals, ofRow);
        }
        if (broken != null) {
            doubts.leaveOut(record, broken, rows.size());
        }
        rows.clear();
        leads.clear();
    }

    private static long lengths(double[]... signals) {
        return Arrays.stream(signals)
                .mapToInt(signal -> signal.length)
                .distinct()
                .count();
    }

    private boolean needsRate() {
        return plan == null ? form.orElseThrow().resampled() : plan.needsRate();
    }

    private void prepare(double[][] signals, int[] ofRow) {
        var what = (columns.record().isEmpty() ? "Row \"" : "Record \"") + record + "\"";
        var windows = form.orElseThrow().windows(what, signals, rate);
        if (!windows.stream().allMatch(TrainedModel::isAnswer)) {
            broken = "samples are too large to compute with";
            return;
        }
        doubts.addRate(record, rate);
        if (plan != null && !form.orElseThrow().resampled()) {
            doubts.severalRates().ifPresent(rates -> {
                throw new ModelException("The recordings have different sampling rates, " + rates
                        + ". Resample them in the learner's dialog or beforehand (ECG Reader).");
            });
        }
        if (Arrays.stream(signals).anyMatch(signal -> FlatSignal.valueOf(signal).isPresent())) {
            doubts.addFlat(record);
        }
        if (form.orElseThrow().windows() && form.orElseThrow().isShort(signals[0].length, rate)) {
            doubts.addShort(record);
        }
        rows.forEach(row -> ofRow[row] = used);
        used++;
        use.accept(windows);
    }

    private double[][] ordered(boolean isOne) {
        var wanted = form.orElseThrow().leads();
        if (isOne || wanted.size() == 1 || wanted.size() != leads.size() && columns.layout() == LeadLayout.COLUMNS) {
            return leads.values().toArray(double[][]::new);
        }
        var signals = new double[wanted.size()][];
        for (var i = 0; i < signals.length; i++) {
            var name = wanted.get(i);
            signals[i] = leads.entrySet().stream()
                    .filter(lead -> lead.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (signals[i] == null && columns.layout() == LeadLayout.COLUMNS) {
                throw new ModelException("The model was trained on the lead \"" + name
                        + "\", but no lead column has this name. Rename or choose the columns of the leads "
                        + String.join(", ", wanted) + ".");
            }
            if (signals[i] == null) {
                broken = "the lead " + name + " is missing";
            }
        }
        return signals;
    }

    private List<String> warnings() {
        var warnings = new ArrayList<>(doubts.warnings(form));
        if (otherLead != null && plan == null) {
            warnings.add("The model was trained on the lead "
                    + form.orElseThrow().leads().get(0) + ", but some rows contain the lead " + otherLead
                    + ": its predictions there may be poor.");
        }
        return warnings;
    }
}
