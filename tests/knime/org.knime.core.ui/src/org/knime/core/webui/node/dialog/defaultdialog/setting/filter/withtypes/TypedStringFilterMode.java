package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes;

/** How names that have types are chosen. */
public enum TypedStringFilterMode {
    MANUAL,
    REGEX,
    WILDCARD,
    TYPE
}
