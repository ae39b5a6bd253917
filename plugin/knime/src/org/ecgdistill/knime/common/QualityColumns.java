package org.ecgdistill.knime.common;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ecgdistill.signal.quality.Quality;
import org.ecgdistill.signal.quality.SignalQuality;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** The columns that say how far a signal can be trusted; missing where the sampling rate is too low to tell. */
public enum QualityColumns {
    NONE {
        @Override
        DoubleStream values(Quality quality) {
            return DoubleStream.empty();
        }
    },
    INDEX("Quality") {
        @Override
        DoubleStream values(Quality quality) {
            return DoubleStream.of(quality.index());
        }
    },
    ALL(
            "Quality",
            "Missing share",
            "Flat share",
            "Saturated share",
            "Kurtosis",
            "QRS power share",
            "Baseline power share") {
        @Override
        DoubleStream values(Quality quality) {
            return DoubleStream.of(
                    quality.index(),
                    quality.missing(),
                    quality.flat(),
                    quality.saturated(),
                    quality.kurtosis(),
                    quality.qrsShare(),
                    quality.baselineShare());
        }
    };

    private final List<String> names;

    QualityColumns(String... names) {
        this.names = List.of(names);
    }

    public List<DataColumnSpec> columns() {
        return names.stream()
                .map(name -> EcgColumns.column(name, DoubleCell.TYPE))
                .toList();
    }

    /** One for each of the columns. */
    public List<DataCell> cells(double[] samples, double rate) {
        if (this == NONE || !SignalQuality.isPossibleAt(rate)) {
            return names.stream().map(name -> DataType.getMissingCell()).toList();
        }
        return values(new SignalQuality(rate).of(samples))
                .<DataCell>mapToObj(value -> Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value))
                .toList();
    }

    abstract DoubleStream values(Quality quality);
}
