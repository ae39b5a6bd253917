package org.ecgdistill.runner.api;

/**
 * What came out of one output port.
 *
 * @param index the port's number as in workflow.knime: 1 is the first port, 0 is KNIME's flow-variable port
 * @param type the class of the port object
 * @param summary the port object's own one-line summary
 * @param rows the number of rows of a table, -1 for anything else
 */
public record PortReport(int index, String type, String summary, long rows) {
    /** Whether a table came out. */
    public boolean isTable() {
        return rows >= 0;
    }
}
