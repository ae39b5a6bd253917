package org.knime.node.parameters;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection.NoneChoice;
import org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection.StringOrEnum;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.StringFilter;

/** One field of each form. The resource parameter-forms.xml is what KNIME 5.8.2 itself writes for this class. */
@SuppressWarnings("restriction")
final class AllForms extends InheritedForms {

    enum Mode {
        FAST,
        EXACT
    }

    static final class Group implements NodeParameters {

        String m_name = "n";
        double m_weight = 0.5;

        Group() {}

        Group(String name) {
            m_name = name;
        }
    }

    static final class Twice implements NodeParametersPersistor<Integer> {

        @Override
        public Integer load(NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getInt("twice") / 2;
        }

        @Override
        public void save(Integer value, NodeSettingsWO settings) {
            settings.addInt("twice", 2 * value);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"twice"}};
        }
    }

    static int notStoredAsStatic = 5;

    transient int m_notStoredAsTransient = 6;
    int m_int = -3;
    long m_long = 1L << 40;
    double m_double = 0.1;
    float m_float = 0.25f;
    byte m_byte = 7;
    char m_char = 'x';
    boolean m_boolean = true;
    Integer m_boxed = 4;
    String m_text = "a <b> & \"c\"";
    String m_empty = "";
    String m_null;
    String plainName = "p";
    Mode m_mode = Mode.EXACT;
    Mode m_nullMode;
    int[] m_ints = {1, 2};
    long[] m_longs = {3};
    double[] m_doubles = {0.5, 1e-9, Double.NaN};
    float[] m_floats = {1f};
    boolean[] m_booleans = {true, false};
    byte[] m_bytes = {1, 2};
    char[] m_chars = {'a'};
    String[] m_texts = {"a", null, ""};
    String[] m_noTexts = {};
    String[] m_nullTexts;
    Optional<Double> m_none = Optional.empty();
    Optional<Integer> m_some = Optional.of(3);
    Optional<String> m_noText = Optional.empty();
    Optional<Mode> m_noMode = Optional.empty();
    Optional<Mode> m_someMode = Optional.of(Mode.FAST);
    Optional<String[]> m_noList = Optional.empty();
    Group m_group = new Group();
    Group[] m_groups = {new Group("x"), new Group("y")};
    Group[] m_noGroups = {};
    List<Group> m_list = List.of(new Group("z"));
    ColumnFilter m_columns = new ColumnFilter(new String[] {"A", "B"}).withIncludeUnknownColumns();
    StringFilter m_names = new StringFilter(new String[] {"A"});
    FileSelection m_file = new FileSelection();
    FileSelection m_data = new FileSelection(new FSLocation(FSCategory.RELATIVE, "knime.workflow.data", "ecg.csv"));
    FileSelection m_noFile = new FileSelection(FSLocation.NULL);
    StringOrEnum<NoneChoice> m_columnOrNone = new StringOrEnum<>(NoneChoice.NONE);
    StringOrEnum<NoneChoice> m_column = new StringOrEnum<>("Fold");

    @Persist(configKey = "other key")
    int m_renamed = 8;

    @Persist(hidden = true)
    int m_hidden = 9;

    @Persistor(Twice.class)
    int m_custom = 10;
}
