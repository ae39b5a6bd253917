package org.ecgdistill.runner.api;

/** The cell types that a plain table knows, with the Java class of their values. */
public enum ColumnType {
    STRING("String"),
    INTEGER("Integer"),
    LONG("Long"),
    DOUBLE("Double"),
    BOOLEAN("Boolean"),
    STRING_LIST("List of String"),
    INTEGER_LIST("List of Integer"),
    DOUBLE_LIST("List of Double"),
    /** Anything else; its values are the cells' texts. */
    OTHER("Other");

    private final String title;

    ColumnType(String title) {
        this.title = title;
    }

    /** For people, as a node's description would say it. */
    public String title() {
        return title;
    }
}
