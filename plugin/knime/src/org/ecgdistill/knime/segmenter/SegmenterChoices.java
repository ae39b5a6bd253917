package org.ecgdistill.knime.segmenter;

import org.ecgdistill.knime.common.QualityColumns;
import org.ecgdistill.signal.segment.LabelPolicy;
import org.ecgdistill.signal.segment.Normalisation;
import org.knime.node.parameters.widget.choices.Label;

/** What can be chosen in the node's dialog. */
final class SegmenterChoices {

    private SegmenterChoices() {}

    enum Windows {
        @Label(value = "Around beats", description = "One window for each beat, with its R peak at a fixed place.")
        BEATS,
        @Label(value = "Fixed length", description = "Windows of one length, one every so many seconds.")
        FIXED
    }

    enum Beats {
        @Label(
                value = "Annotations",
                description = "The beats in the annotations table; where none is connected, the R-peak detector finds"
                        + " beats.")
        ANNOTATIONS,
        @Label(
                value = "R-peak detector",
                description =
                        "Beats are found in the first lead of each record and hold for all of its leads. They have"
                                + " no symbol; their class is that of the record.")
        DETECTOR
    }

    enum Scheme {
        @Label(
                value = "AAMI N against the rest",
                description = "Normal are beats of AAMI class N, to which bundle branch blocks and escape beats belong;"
                        + " abnormal are S, V and F.")
        AAMI_NORMAL_OR_ABNORMAL,
        @Label(
                value = "Symbol N against the rest",
                description = "Normal are beats with the symbol N alone; bundle branch blocks are abnormal.")
        SYMBOL_N_OR_ABNORMAL,
        @Label(value = "AAMI classes", description = "N, S, V, F and, where such beats are kept, Q.")
        AAMI_CLASSES;

        LabelPolicy.Scheme scheme() {
            return LabelPolicy.Scheme.valueOf(name());
        }
    }

    enum Scale {
        @Label(value = "None", description = "Windows stay in mV.")
        NONE,
        @Label(value = "z-score", description = "Each window gets mean 0 and standard deviation 1.")
        Z_SCORE,
        @Label(value = "Min-max", description = "The lowest sample of each window becomes 0, the highest 1.")
        MIN_MAX;

        Normalisation normalisation() {
            return Normalisation.valueOf(name());
        }

        /** Of the samples of a window. */
        String unit() {
            return switch (this) {
                case NONE -> "mV";
                case Z_SCORE -> "standard deviations";
                case MIN_MAX -> "from lowest 0 to highest 1";
            };
        }
    }

    enum Measures {
        @Label(value = "None", description = "No column is added.")
        NONE,
        @Label(value = "Index", description = "One number from 0 (unusable) to 1 (clean).")
        INDEX,
        @Label(value = "All measures", description = "The index and the six measures that it is made of.")
        ALL;

        QualityColumns columns() {
            return QualityColumns.valueOf(name());
        }
    }
}
