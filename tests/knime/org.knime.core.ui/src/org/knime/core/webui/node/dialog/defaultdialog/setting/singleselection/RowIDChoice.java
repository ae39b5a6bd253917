package org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection;

import org.knime.node.parameters.widget.choices.Label;

/** "RowID", beside a list of columns. */
public enum RowIDChoice {
    @Label(RowIDChoice.ROW_ID_LABEL)
    ROW_ID;

    public static final String ROW_ID_LABEL = "RowID";
}
