package org.ecgdistill.knime.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.AnnotationColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.common.Warnings;
import org.ecgdistill.recording.dataset.BatchReader;
import org.ecgdistill.recording.dataset.DataSet;
import org.ecgdistill.recording.dataset.LabelOptions;
import org.ecgdistill.recording.dataset.ReadRecord;
import org.ecgdistill.recording.dataset.RecordStatus;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Reads recordings into the node's three tables, record by record. */
final class EcgReader {

    private final EcgReaderParameters parameters;
    private final RecordTable table;
    private final ExecutionContext exec;
    private int read;
    private int skipped;
    private int remarks;
    private RecordStatus firstRemark;

    EcgReader(EcgReaderParameters parameters, ExecutionContext exec) {
        this.parameters = parameters;
        this.table = new RecordTable(parameters.m_quality);
        this.exec = exec;
    }

    void read(Path source, Optional<LabelOptions> labels, ExecuteOutput out, Progress progress) {
        var options = parameters.toSourceOptions();
        var recordings = parameters.open(source, labels.map(options::withLabels).orElse(options), progress);
        try (var records = new TableWriter(exec, table.spec());
                var annotations = new TableWriter(exec, AnnotationColumns.TABLE);
                var statuses = new TableWriter(exec, StatusTable.SPEC)) {
            new BatchReader(parameters.toReadSettings())
                    .read(
                            recordings,
                            record -> add(record, records, annotations),
                            status -> {
                                statuses.add(StatusTable.cells(status));
                                note(status);
                            },
                            progress);
            var tables = new BufferedDataTable[] {records.finish(), annotations.finish()};
            out.setOutData(0, tables[0]);
            out.setOutData(1, tables[1]);
            out.setOutData(2, statuses.finish());
            out.setInternalData(tables);
        }
        warn(recordings, out);
    }

    private void add(ReadRecord record, TableWriter records, TableWriter annotations) {
        // Lead by lead: as cells, samples take several times the memory that they take in an array.
        record.leads().forEach(lead -> records.add(table.cells(record.entry(), lead)));
        for (var annotation : record.annotations()) {
            annotations.add(AnnotationColumns.cells(record.entry().name(), record.annotationRate(), annotation));
        }
    }

    private void note(RecordStatus status) {
        if (status.isRead()) {
            read++;
        } else {
            skipped++;
        }
        if (!status.message().isEmpty() && remarks++ == 0) {
            firstRemark = status;
        }
    }

    private void warn(DataSet recordings, ExecuteOutput out) {
        var sentences = new ArrayList<>(recordings.remarks());
        if (firstRemark != null) {
            if (skipped > 0) {
                sentences.add(counted(skipped) + " skipped.");
            }
            sentences.add("The status table has remarks" + (remarks > 1 ? " on " + remarks + " records" : "")
                    + "; the first, on " + firstRemark.record() + ": " + firstRemark.message());
        } else if (read == 0) {
            sentences.add("No records were found. Check the folder and the kind of recordings.");
        }
        Warnings.text(sentences).ifPresent(out::setWarningMessage);
    }

    private static String counted(long records) {
        return records == 1 ? "1 record was" : records + " records were";
    }
}
