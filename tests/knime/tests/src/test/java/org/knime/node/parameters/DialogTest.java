package org.knime.node.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.ecgdistill.standin.ui.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;

/** Which fields a dialog shows, and what it offers. */
class DialogTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("Text", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Number", DoubleCell.TYPE).createSpec());

    private static Dialog open(NodeParameters parameters, PortObjectSpec... specs) {
        return Dialog.open(parameters, NodeParametersUtil.createDefaultNodeSettingsContext(specs));
    }

    static final class Parameters implements NodeParameters {

        enum Mode {
            AUTOMATIC,
            BY_HAND
        }

        interface ModeReference extends ParameterReference<Mode> {}

        static final class Switch implements BooleanReference {}

        static final class ByHand implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(PredicateInitializer i) {
                return i.getEnum(ModeReference.class).isOneOf(Mode.BY_HAND);
            }
        }

        static final class ByHandAndSwitched implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(PredicateInitializer i) {
                return i.getPredicate(ByHand.class)
                        .and(i.getBoolean(Switch.class).isTrue());
            }
        }

        static final class HasInput implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(PredicateInitializer i) {
                return i.getConstant(input -> input.getInTableSpec(0).isPresent());
            }
        }

        @Section(title = "More")
        @Effect(predicate = HasInput.class, type = EffectType.SHOW)
        interface More {}

        @Widget(title = "Mode", description = "")
        @ValueReference(ModeReference.class)
        Mode m_mode = Mode.AUTOMATIC;

        @Widget(title = "Switch", description = "")
        @ValueReference(Switch.class)
        @Effect(predicate = ByHand.class, type = EffectType.ENABLE)
        boolean m_switch;

        @Widget(title = "Level", description = "")
        @Effect(predicate = ByHandAndSwitched.class, type = EffectType.SHOW)
        @Advanced
        int m_level;

        @Layout(More.class)
        @Widget(title = "Column", description = "")
        @ChoicesProvider(DoubleColumnsProvider.class)
        String m_column;
    }

    @Test
    void conditionsFollowTheValues() {
        var parameters = new Parameters();
        var dialog = open(parameters, SPEC);
        assertTrue(dialog.field("Mode").shown());
        assertFalse(dialog.field("Switch").enabled());
        assertFalse(dialog.field("Level").shown());
        parameters.m_mode = Parameters.Mode.BY_HAND;
        assertTrue(open(parameters, SPEC).field("Switch").enabled());
        assertFalse(open(parameters, SPEC).field("Level").shown());
        parameters.m_switch = true;
        assertTrue(open(parameters, SPEC).field("Level").shown());
        assertTrue(dialog.field("Level").advanced());
    }

    @Test
    void choicesFollowTheInputs() {
        var dialog = open(new Parameters(), SPEC);
        assertEquals(List.of("Number"), dialog.field("Column").choices());
        assertTrue(dialog.field("Column").shown());
        var unconnected = open(new Parameters(), (PortObjectSpec) null);
        assertEquals(List.of(), unconnected.field("Column").choices());
        assertFalse(unconnected.field("Column").shown(), "its section is shown with an input only");
    }

    static final class Nested implements NodeParameters {

        interface NameReference extends ParameterReference<String> {}

        static final class Named implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(PredicateInitializer i) {
                return i.getString(NameReference.class).isEqualTo("named");
            }
        }

        static final class Line implements NodeParameters {

            @Widget(title = "Name", description = "")
            @ValueReference(NameReference.class)
            String m_name;

            @Widget(title = "Only with name", description = "")
            @Effect(predicate = Named.class, type = EffectType.HIDE)
            int m_value;

            Line() {}

            Line(String name) {
                m_name = name;
            }
        }

        Line[] m_lines = {new Line("named"), new Line("other")};

        enum Kind {
            A,
            B,
            C
        }

        static final class TwoKinds implements EnumChoicesProvider<Kind> {
            @Override
            public List<Kind> choices(NodeParametersInput context) {
                return List.of(Kind.A, Kind.C);
            }
        }

        interface KindReference extends ParameterReference<Kind> {}

        @Widget(title = "Kind", description = "")
        @ChoicesProvider(TwoKinds.class)
        @ValueReference(KindReference.class)
        Kind m_kind = Kind.C;

        static final class NamesOfKind implements StringChoicesProvider {

            private Supplier<Kind> m_present;

            @Override
            public void init(StateProviderInitializer initializer) {
                m_present = initializer.computeFromValueSupplier(KindReference.class);
            }

            @Override
            public List<String> choices(NodeParametersInput context) {
                return List.of(m_present.get() + "1", m_present.get() + "2");
            }
        }

        @Widget(title = "Of kind", description = "")
        @ChoicesProvider(NamesOfKind.class)
        String m_ofKind;
    }

    @Test
    void elementsOfListsStandForThemselves() {
        var fields = open(new Nested()).fields();
        assertEquals("lines/0/name", fields.get(0).path());
        assertFalse(fields.get(1).shown());
        assertEquals("lines/1/value", fields.get(3).path());
        assertTrue(fields.get(3).shown());
    }

    @Test
    void choicesFollowOtherFields() {
        var dialog = open(new Nested());
        assertEquals(List.of("A", "C"), dialog.field("Kind").choices());
        assertEquals(List.of("C1", "C2"), dialog.field("Of kind").choices());
    }

    @Effect(predicate = Inherited.On.class, type = EffectType.SHOW)
    abstract static class Inherited implements NodeParameters {

        static final class On implements BooleanReference {}

        @Widget(title = "Inherited", description = "")
        int m_inherited;
    }

    static final class Inheriting extends Inherited {

        @Widget(title = "On", description = "")
        @ValueReference(On.class)
        boolean m_on;
    }

    /** KNIME reads annotations of a superclass as those of the fields in it, but not of other fields. */
    @Test
    void anEffectOfASuperclassHoldsForItsFieldsOnly() {
        var parameters = new Inheriting();
        assertFalse(open(parameters).field("Inherited").shown());
        assertTrue(open(parameters).field("On").shown());
        parameters.m_on = true;
        assertTrue(open(parameters).field("Inherited").shown());
    }

    static final class Dangling implements NodeParameters {

        static final class Nowhere implements BooleanReference {}

        @Widget(title = "x", description = "")
        @Effect(predicate = Nowhere.class, type = EffectType.SHOW)
        int m_x;
    }

    static final class DanglingValue implements NodeParameters {

        interface Nowhere extends ParameterReference<Integer> {}

        static final class Copy implements StateProvider<Integer> {

            private Supplier<Integer> m_source;

            @Override
            public void init(StateProviderInitializer initializer) {
                m_source = initializer.computeFromValueSupplier(Nowhere.class);
            }

            @Override
            public Integer computeState(NodeParametersInput parametersInput) {
                return m_source.get();
            }
        }

        @Widget(title = "x", description = "")
        @ValueProvider(Copy.class)
        int m_x;
    }

    @Test
    void aReferenceToNoFieldIsRefused() {
        var ex = assertThrows(IllegalStateException.class, () -> open(new Dangling()));
        assertTrue(ex.getMessage().contains("Nowhere"), ex.getMessage());
        assertThrows(IllegalStateException.class, () -> open(new DanglingValue()));
    }
}
