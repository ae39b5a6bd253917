package org.ecgdistill.recording.dataset;

import java.util.List;

/**
 * A collection of recordings. Listing them does not read their signals.
 *
 * @param remarks on what was left out while they were listed, for the analyst
 */
public record DataSet(SourceKind kind, List<DataSetEntry> entries, List<String> remarks) {

    public DataSet {
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }
}
