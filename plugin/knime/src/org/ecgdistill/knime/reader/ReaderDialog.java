package org.ecgdistill.knime.reader;

import org.ecgdistill.knime.reader.ReaderChoices.CsvLayout;
import org.ecgdistill.knime.reader.ReaderChoices.From;
import org.ecgdistill.knime.reader.ReaderChoices.Kind;
import org.ecgdistill.knime.reader.ReaderChoices.LabelRule;
import org.ecgdistill.knime.reader.ReaderChoices.Subject;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** The sections of the node's dialog, and what shows in it when. */
final class ReaderDialog {

    private ReaderDialog() {}

    @Section(title = "Recordings")
    interface SourceSection {}

    @Section(title = "What is read")
    @After(SourceSection.class)
    interface ContentSection {}

    @Section(title = "PTB-XL", description = "Used where PTB-XL is read.")
    @After(ContentSection.class)
    @Effect(predicate = MayBePtbXl.class, type = EffectType.SHOW)
    interface PtbXlSection {}

    @Section(title = "MIT-BIH and other WFDB records", description = "Used where WFDB records are read.")
    @After(PtbXlSection.class)
    @Effect(predicate = MayBeWfdb.class, type = EffectType.SHOW)
    interface WfdbSection {}

    @Section(title = "CSV", description = "Used where CSV files are read.")
    @After(WfdbSection.class)
    @Effect(predicate = MayBeCsv.class, type = EffectType.SHOW)
    interface CsvSection {}

    @Section(title = "Problems")
    @After(CsvSection.class)
    interface ProblemsSection {}

    static final class FromReference implements ParameterReference<From> {}

    static final class KindReference implements ParameterReference<Kind> {}

    static final class SubjectReference implements ParameterReference<Subject> {}

    static final class LabelRuleReference implements ParameterReference<LabelRule> {}

    static final class CsvLayoutReference implements ParameterReference<CsvLayout> {}

    static final class IsFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(FromReference.class).isOneOf(From.FILE);
        }
    }

    static final class MayLackSubjects implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.AUTO, Kind.WFDB, Kind.EDF, Kind.CSV);
        }
    }

    static final class IsBeginningOfName implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getEnum(SubjectReference.class)
                    .isOneOf(Subject.BEGINNING_OF_NAME)
                    .and(initializer.getPredicate(MayLackSubjects.class));
        }
    }

    static final class MayBePtbXl implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.AUTO, Kind.PTB_XL);
        }
    }

    static final class IsBinary implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(LabelRuleReference.class).isOneOf(LabelRule.NORMAL_OR_ABNORMAL);
        }
    }

    static final class MayBeMitBih implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.AUTO, Kind.MIT_BIH);
        }
    }

    static final class MayBeWfdb implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.AUTO, Kind.WFDB, Kind.MIT_BIH);
        }
    }

    static final class HasChecksums implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.AUTO, Kind.WFDB, Kind.MIT_BIH, Kind.PTB_XL);
        }
    }

    static final class MayBeCsv implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.AUTO, Kind.CSV);
        }
    }

    static final class IsOfRows implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(CsvLayoutReference.class).isOneOf(CsvLayout.RECORDS_IN_ROWS);
        }
    }
}
