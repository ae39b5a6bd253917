package org.ecgdistill.knime.segmenter;

import org.ecgdistill.knime.segmenter.SegmenterChoices.Beats;
import org.ecgdistill.knime.segmenter.SegmenterChoices.Windows;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** The sections of the node's dialog, and what shows in it when. */
final class SegmenterDialog {

    private SegmenterDialog() {}

    @Section(title = "Windows")
    interface WindowsSection {}

    @Section(title = "Beats")
    @After(WindowsSection.class)
    interface BeatsSection {}

    @Section(title = "Output")
    @After(BeatsSection.class)
    interface OutputSection {}

    @Section(title = "Columns")
    @After(OutputSection.class)
    interface ColumnsSection {}

    static final class WindowsReference implements ParameterReference<Windows> {}

    static final class BeatsReference implements ParameterReference<Beats> {}

    static final class IsAroundBeats implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(WindowsReference.class).isOneOf(Windows.BEATS);
        }
    }

    static final class IsDetected implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getPredicate(IsAroundBeats.class)
                    .and(initializer.getEnum(BeatsReference.class).isOneOf(Beats.DETECTOR));
        }
    }
}
