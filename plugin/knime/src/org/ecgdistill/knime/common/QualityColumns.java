package org.ecgdistill.knime.common;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ecgdistill.signal.quality.Quality;
import org.ecgdistill.signal.quality.SignalQuality;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.Label;

/** A node's choice of columns on the quality of a signal; their values are missing if the sampling rate is too low. */
public enum QualityColumns {
    @Label(value = "None", description = "No columns are added.")
    NONE,
    @Label(value = "Index", description = "One number from 0 (unusable) to 1 (clean).")
    INDEX("Quality"),
    @Label(value = "All measures", description = "The index and the six measures that it is computed from.")
    ALL(
            "Quality",
            "Missing share",
            "Flat share",
            "Saturated share",
            "Kurtosis",
            "QRS power share",
            "Baseline power share");

    private final List<String> names;

    QualityColumns(String... names) {
        this.names = List.of(names);
    }

    public List<DataColumnSpec> columns() {
        return names.stream().map(name -> EcgColumns.number(name)).toList();
    }

    /** One for each of the columns. */
    public List<DataCell> cells(double[] samples, double rate) {
        if (this == NONE || !SignalQuality.isPossibleAt(rate)) {
            return List.of(Cells.missing(names.size()));
        }
        return values(new SignalQuality(rate).of(samples)).mapToObj(Cells::of).toList();
    }

    private DoubleStream values(Quality quality) {
        return DoubleStream.of(
                        quality.index(),
                        quality.missing(),
                        quality.flat(),
                        quality.saturated(),
                        quality.kurtosis(),
                        quality.qrsShare(),
                        quality.baselineShare())
                .limit(names.size());
    }
}
