package org.knime.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.ecgdistill.standin.ui.NodeTexts;
import org.ecgdistill.standin.ui.NodeTexts.Entry;
import org.ecgdistill.standin.ui.text.Declaration;
import org.ecgdistill.standin.ui.text.DeclaredDescription;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * The description that is made of a declaration. The resource description.xml and the orders of options are what KNIME
 * 5.8.2 itself gives for the same classes.
 */
class DescriptionTest {

    static final class Layouts implements NodeParameters {

        @Section(title = "Zeta")
        interface Zeta {}

        @Section(title = "Second")
        @After(First.class)
        interface Second {}

        @Section(title = "First")
        interface First {
            @HorizontalLayout
            interface Row {}
        }

        @Section(title = "Above")
        @Before(First.class)
        interface Above {}

        enum Rule {
            @Label(value = "Soft <rule>", description = "Shrinks.")
            SOFT,
            HARD_RULE
        }

        enum Plain {
            ONE,
            TWO
        }

        @Widget(title = "Nowhere", description = "Belongs to no section.")
        int m_nowhere;

        @Layout(Second.class)
        @Widget(title = "In second", description = "Text.")
        String m_second;

        @Layout(First.class)
        @Widget(title = "In first", description = "With <b>mark-up</b>.")
        Rule m_rule = Rule.SOFT;

        @Layout(First.Row.class)
        @Widget(title = "In row", description = "Side by side.")
        Optional<Plain> m_plain = Optional.empty();

        @Layout(Zeta.class)
        @Widget(title = "In zeta", description = "")
        double m_zeta;

        @Layout(Above.class)
        @Widget(title = "In above", description = "On top.")
        boolean m_above;

        int m_hidden;

        @Layout(First.class)
        Group m_group = new Group();

        Own m_own = new Own();

        @Layout(Second.class)
        @Widget(title = "List", description = "Several.")
        @ArrayWidget
        Line[] m_elements = {};

        static final class Group implements NodeParameters {

            @Widget(title = "Group a", description = "A.")
            int m_a;

            @Layout(Above.class)
            @Widget(title = "Group b", description = "B.")
            int m_b;
        }

        static final class Own implements NodeParameters {

            interface Lower {}

            @Before(Lower.class)
            interface Upper {}

            @Layout(Lower.class)
            @Widget(title = "Own low", description = "Low.")
            int m_low;

            @Layout(Upper.class)
            @Widget(title = "Own up", description = "Up.")
            int m_up;
        }

        static final class Line implements NodeParameters {

            @Widget(title = "Key & value", description = "One.")
            int m_key;

            @Widget(title = "Other", description = "")
            int m_other;
        }
    }

    private static Element description(Class<? extends NodeParameters> parameters, String fullText) {
        return new DeclaredDescription(new Declaration(
                        "Test Node",
                        "icon.png",
                        NodeType.Learner,
                        "Short &amp; sweet",
                        fullText,
                        parameters,
                        List.of(new Entry("In", "The <i>input</i>.")),
                        List.of(new Entry("Out", "The output."), new Entry("More", "More.")),
                        "Shows it.",
                        null,
                        List.of(new Entry("https://x.org", "A link")),
                        List.of("one", "two")))
                .getXMLDescription();
    }

    private static List<String> options(Class<? extends NodeParameters> parameters) {
        return NodeTexts.of(description(parameters, "Text.")).options().stream()
                .map(Entry::title)
                .toList();
    }

    @Test
    void theXmlIsThatOfKnime() throws Exception {
        var made = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(description(Layouts.class, "Full <b>text</b>.")), new StreamResult(made));
        try (var expected = getClass().getResourceAsStream("/org/knime/node/description.xml")) {
            var same = parsed(new InputSource(expected))
                    .isEqualNode(parsed(new InputSource(new StringReader(made.toString()))));
            assertTrue(same, made::toString);
        }
    }

    private static Document parsed(InputSource xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(xml);
    }

    @Test
    void theTextsAreReadableWithoutMarkUp() {
        var texts = NodeTexts.of(description(Layouts.class, "Full <b>text</b>."));
        assertEquals("Test Node", texts.name());
        assertEquals("Learner", texts.type());
        assertEquals("Short & sweet", texts.shortDescription());
        assertEquals("Full text.", texts.intro());
        assertEquals(List.of(new Entry("In", "The input.")), texts.inPorts());
        assertEquals(List.of("one", "two"), texts.keywords());
        assertEquals("Shows it.", texts.views().get(0).description());
    }

    static final class AmongOthers implements NodeParameters {

        @Section(title = "Mine")
        @After(SectionsElsewhere.One.class)
        @Before(SectionsElsewhere.Two.class)
        interface Mine {}

        @Section(title = "Inner")
        @Inside(SectionsElsewhere.Two.class)
        interface Inner {}

        @Layout(SectionsElsewhere.Two.class)
        @Widget(title = "two", description = "")
        int m_two;

        @Layout(Inner.class)
        @Widget(title = "inner", description = "")
        int m_inner;

        @Layout(Mine.class)
        @Widget(title = "mine", description = "")
        int m_mine;

        @Layout(SectionsElsewhere.One.class)
        @Widget(title = "one", description = "")
        int m_one;

        @Widget(title = "free", description = "")
        int m_free;
    }

    static final class Child extends ParametersElsewhere {

        @Section(title = "Own")
        @After(BaseSection.class)
        interface Own {}

        @Layout(Own.class)
        @Widget(title = "own", description = "")
        int m_own;
    }

    @Test
    void sectionsFromElsewhereAreOrderedIn() {
        assertEquals(List.of("free", "one", "mine", "two", "inner"), options(AmongOthers.class));
        assertEquals(List.of("base", "own"), options(Child.class));
    }

    interface Circle {
        @After(Tail.class)
        interface Head {}

        @After(Head.class)
        interface Tail {}
    }

    static final class InACircle implements NodeParameters {

        @Layout(Circle.Head.class)
        @Widget(title = "a", description = "")
        int m_a;

        @Layout(Circle.Tail.class)
        @Widget(title = "b", description = "")
        int m_b;
    }

    static final class WithTwoRoots implements NodeParameters {

        @Section(title = "Mine")
        interface Mine {}

        @Layout(SectionsElsewhere.Two.class)
        @Widget(title = "two", description = "")
        int m_two;

        @Layout(Mine.class)
        @Widget(title = "mine", description = "")
        int m_mine;
    }

    @Test
    void aLayoutWithoutAnOrderIsRefused() {
        assertThrows(IllegalStateException.class, () -> options(InACircle.class));
        assertThrows(IllegalStateException.class, () -> options(WithTwoRoots.class));
    }

    @Test
    void textsMustBeWellFormed() {
        var ex = assertThrows(IllegalStateException.class, () -> description(Layouts.class, "Signal & noise"));
        assertTrue(ex.getMessage().contains("Signal & noise"), ex.getMessage());
    }
}
