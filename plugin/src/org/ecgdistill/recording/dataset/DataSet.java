package org.ecgdistill.recording.dataset;

import java.util.List;

/** A collection of recordings. Listing them does not read their signals. */
public record DataSet(SourceKind kind, List<DataSetEntry> entries) {

    public DataSet {
        entries = List.copyOf(entries);
    }
}
