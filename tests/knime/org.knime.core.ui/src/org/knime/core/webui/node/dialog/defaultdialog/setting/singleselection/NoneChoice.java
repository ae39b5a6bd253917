package org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection;

/** "None", beside a list of choices. */
public enum NoneChoice {
    NONE
}
