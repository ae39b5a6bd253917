package org.ecgdistill.recording.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.Voltage;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;

/** Reads the records of a data set one after the other; never holds more than one in memory. */
public final class BatchReader {

    private final ReadSettings settings;

    public BatchReader(ReadSettings settings) {
        this.settings = settings;
    }

    /**
     * Passes on each record that could be read, and the status of each that was found.
     *
     * @throws RecordingException if a record is broken and broken records are not skipped
     */
    public void read(
            DataSet dataSet, Consumer<ReadRecord> records, Consumer<RecordStatus> statuses, Progress progress) {
        var entries = dataSet.entries();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            progress.report((double) i / entries.size(), "Record " + (i + 1) + " of " + entries.size());
            var part = progress.part((double) i / entries.size(), (i + 1.0) / entries.size());
            try {
                var problems = new Remarks();
                var read = read(entry, problems, part);
                records.accept(read);
                statuses.accept(new RecordStatus(entry.name(), entry.file(), true, problems.toString()));
            } catch (RecordingException | SignalException ex) {
                if (!settings.skipBroken()) {
                    // A message about a signal does not name the record.
                    throw ex instanceof SignalException
                            ? new RecordingException("The record " + entry.name() + ": " + ex.getMessage())
                            : ex;
                }
                statuses.accept(new RecordStatus(entry.name(), entry.file(), false, ex.getMessage()));
            }
        }
    }

    private ReadRecord read(DataSetEntry entry, Remarks problems, Progress progress) {
        var recording = entry.open();
        var found = settings.leads().in(recording);
        checkMemory(recording, found);
        var signals = recording.read(
                found.stream().map(LeadChoice.Found::index).toList(), settings.range(), progress.part(0, 0.5));
        var leads = new ArrayList<ReadRecord.ReadLead>();
        for (var i = 0; i < found.size(); i++) {
            var signal = signals.get(i);
            var channel = signal.channel();
            check(signal.checksum(), problems);
            if (found.get(i).asFallback()) {
                problems.add("The lead " + channel.name() + " stands in for "
                        + found.get(i).wanted() + ", which the record lacks.");
            }
            var rate = settings.targetRate().orElse(channel.rate());
            var samples = settings.resampling()
                    .from(channel.rate(), rate)
                    .resample(
                            signal.samples(),
                            progress.part(0.5 + 0.5 * i / found.size(), 0.5 + 0.5 * (i + 1) / found.size()));
            var millivolts = Voltage.millivolts(channel.units());
            scale(samples, millivolts.orElse(1));
            SampleRemarks.on(channel.name(), samples).ifPresent(problems::add);
            leads.add(new ReadRecord.ReadLead(
                    found.get(i).wanted(),
                    Lead.named(channel.name()).map(Lead::label).orElse(channel.name()),
                    millivolts.isPresent() ? Voltage.MILLIVOLTS : channel.units(),
                    rate,
                    samples,
                    signal.checksum().state()));
        }
        if (!leads.isEmpty() && leads.stream().allMatch(lead -> lead.samples().length == 0)) {
            problems.add("The record ends before the requested part begins, so its signals are empty.");
        }
        if (leads.isEmpty()) {
            problems.add("The record has none of the requested leads.");
        }
        var annotationRate = settings.targetRate().orElse(recording.rate());
        return new ReadRecord(entry, leads, annotations(recording, annotationRate), annotationRate);
    }

    /** Before and after resampling each lead lies in memory once. */
    private void checkMemory(Recording recording, List<LeadChoice.Found> found) {
        var longest = 0.0;
        var sum = 0.0;
        var channels = recording.channels();
        for (var lead : found) {
            var channel = channels.get(lead.index());
            var length = settings.range().endSample(channel.rate(), channel.samples())
                    - settings.range().firstSample(channel.rate(), channel.samples());
            var resampled = length * settings.targetRate().orElse(channel.rate()) / channel.rate();
            longest = Math.max(longest, resampled);
            sum += length + resampled;
        }
        Memory.checkTable(recording.name(), longest, sum);
    }

    private static void scale(double[] samples, double factor) {
        // Millivolts are not multiplied, so that the samples stay exactly as the file's reader made them.
        if (factor != 1) {
            Arrays.setAll(samples, i -> factor * samples[i]);
        }
    }

    private void check(Checksum checksum, Remarks problems) {
        if (checksum.problem().isPresent()) {
            if (!settings.trustWrongChecksums()) {
                throw new RecordingException(checksum.problem().get());
            }
            problems.add(checksum.problem().get());
        }
    }

    private List<Annotation> annotations(Recording recording, double newRate) {
        return settings.range().cut(recording.annotations(), recording.rate(), newRate);
    }
}
