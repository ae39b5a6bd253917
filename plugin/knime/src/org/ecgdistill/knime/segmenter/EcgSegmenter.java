package org.ecgdistill.knime.segmenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.Rows;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.segment.AverageBeat;
import org.ecgdistill.signal.segment.AverageBeats;
import org.ecgdistill.signal.segment.BeatSegmenter;
import org.ecgdistill.signal.segment.ContextWindow;
import org.ecgdistill.signal.segment.LeadSignal;
import org.ecgdistill.signal.segment.LeadWindow;
import org.ecgdistill.signal.segment.RecordSegmenter;
import org.ecgdistill.signal.segment.RecordWindows;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** Cuts the records of a table one after the other, with at most one record in memory. */
final class EcgSegmenter {

    private final EcgSegmenterParameters parameters;
    private final SegmenterColumns columns;
    private final WindowTable table;
    private final Optional<BeatMarks> marks;
    private final BeatSegmenter beats;
    private final Optional<ContextWindow> context;
    private final List<DataRow> rows = new ArrayList<>();
    private final List<LeadSignal> leads = new ArrayList<>();

    /** The samples of each lead as cells, which overlapping wider windows share; empty without such windows. */
    private final List<List<DataCell>> leadCells = new ArrayList<>();

    private String record;
    private int overEdge;
    private int withoutLabel;
    private int unreadable;
    private final AverageBeats averages = new AverageBeats();
    private final List<String> withoutMarks = new ArrayList<>();
    private final List<String> withoutWindows = new ArrayList<>();

    EcgSegmenter(
            EcgSegmenterParameters parameters, SegmenterColumns columns, WindowTable table, Optional<BeatMarks> marks) {
        this.parameters = parameters;
        this.columns = columns;
        this.table = table;
        this.marks = marks;
        this.beats = parameters.toBeatSegmenter();
        this.context = parameters.m_context.toWindow();
    }

    void cut(BufferedDataTable records, TableWriter windows, Progress progress) {
        try (var reading = new Rows(records, "Cutting", progress)) {
            while (reading.hasNext()) {
                var row = reading.next();
                var name = name(row);
                if (!name.equals(record)) {
                    var done = (double) reading.number();
                    finish(windows, progress.part(done / records.size(), (done + 1) / records.size()));
                    record = name;
                }
                add(row);
            }
        }
        finish(windows, progress.part(1, 1));
    }

    private String name(DataRow row) {
        return Cells.text(row.getCell(columns.record())).orElseGet(row.getKey()::getString);
    }

    private void add(DataRow row) {
        var signal = row.getCell(columns.signal());
        var rate = row.getCell(columns.rate());
        if (signal.isMissing() || rate.isMissing()) {
            unreadable++;
            return;
        }
        rows.add(table.withoutSignal(row));
        explained(() -> leads.add(new LeadSignal(Signals.read(signal), Cells.number(rate))));
    }

    private void finish(TableWriter windows, Progress progress) {
        if (!leads.isEmpty()) {
            explained(() -> write(windowsOfRecord(progress), windows, progress));
        }
        rows.clear();
        leads.clear();
        leadCells.clear();
    }

    /** Names the record in which something failed. */
    private void explained(Runnable work) {
        try {
            work.run();
        } catch (SignalException ex) {
            throw new SignalException("Record \"" + record + "\": " + ex.getMessage());
        }
    }

    private RecordWindows windowsOfRecord(Progress progress) {
        var ofRecord = marks.flatMap(all -> all.of(record));
        if (!parameters.isAroundBeats()) {
            var cut = RecordSegmenter.everySoOften(
                    leads, parameters.m_length, parameters.m_stride, parameters.m_scale.normalisation);
            return ofRecord.map(present -> RecordSegmenter.labelled(cut, leads, present, parameters.toLabelPolicy()))
                    .orElse(cut);
        }
        if (marks.isEmpty()) {
            return RecordSegmenter.aroundPeaks(leads, beats, progress);
        }
        if (ofRecord.isEmpty()) {
            withoutMarks.add(record);
        }
        return RecordSegmenter.aroundMarks(leads, ofRecord.orElseGet(List::of), beats);
    }

    private void write(RecordWindows cut, TableWriter windows, Progress progress) {
        overEdge += cut.overEdge();
        withoutLabel += cut.withoutLabel();
        if (cut.windows().isEmpty() && !withoutMarks.contains(record)) {
            withoutWindows.add(record);
        }
        if (context.isPresent() && !cut.windows().isEmpty()) {
            leads.forEach(lead -> leadCells.add(Signals.cells(lead.samples())));
        }
        var keepsClass = marks.flatMap(all -> all.of(record)).isEmpty();
        // A wider window takes as long as many beats.
        var windowsPerReport = context.isPresent() ? 16 : 256;
        var written = 0;
        for (var window : cut.windows()) {
            if (written++ % windowsPerReport == 0) {
                progress.report((double) written / cut.windows().size(), "Writing windows of " + record);
            }
            var row = rows.get(window.lead());
            var rate = leads.get(window.lead()).rate();
            var segment = window.segment();
            windows.add(table.cells(row, record, rate, segment, context(window), keepsClass));
            if (segment.beat().isPresent()) {
                averages.add(columns.lead(row), segment.label().orElseGet(() -> columns.label(row)), segment, rate);
            }
        }
    }

    private Optional<DataCell> context(LeadWindow window) {
        return context.map(wider -> {
            var stretch = wider.around(window.segment(), leads.get(window.lead()));
            return Signals.write(leadCells.get(window.lead()).subList(stretch.from(), stretch.to()));
        });
    }

    /** The average beat of each lead and class; empty unless windows are cut around beats. */
    List<AverageBeat> averages() {
        return averages.all();
    }

    /** What was left out, and why. */
    List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (overEdge > 0) {
            warnings.add(counted(overEdge, "beat is", "beats are")
                    + " left out, too close to an end of the record for a whole window.");
        }
        if (withoutLabel > 0) {
            warnings.add(counted(withoutLabel, "beat is", "beats are")
                    + " left out as unclassifiable or paced. Keep them in the node's dialog if you want them.");
        }
        if (!withoutMarks.isEmpty()) {
            warnings.add(counted(withoutMarks.size(), "record has", "records have")
                    + " no annotations and therefore no windows; the first is \"" + withoutMarks.get(0) + "\".");
        }
        if (!withoutWindows.isEmpty()) {
            warnings.add(counted(withoutWindows.size(), "record gives", "records give")
                    + " no windows; the first is \"" + withoutWindows.get(0) + "\". It may be too short, or no beat"
                    + " was found in it.");
        }
        if (unreadable > 0) {
            warnings.add(counted(unreadable, "row is", "rows are")
                    + " left out because the signal or the sampling rate is missing.");
        }
        marks.map(BeatMarks::incomplete)
                .filter(count -> count > 0)
                .ifPresent(count -> warnings.add(counted(count, "annotation is", "annotations are")
                        + " left out because the record, the time or the symbol is missing."));
        return warnings;
    }

    private static String counted(int count, String singular, String plural) {
        return count + " " + (count == 1 ? singular : plural);
    }
}
