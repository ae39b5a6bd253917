package org.ecgdistill.knime.learner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.signal.Lead;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns of a table that the signal parameters mean, as indices.
 *
 * @param layout how leads lie in the table
 * @param signals the signal column; with one column per lead all of them, in the leads' order
 * @param names of the signal columns
 * @param record -1 where it is not needed
 * @param lead -1 where there is none
 * @param rate -1 where there is none
 */
public record SignalColumns(
        LeadLayout layout, List<Integer> signals, List<String> names, int record, int lead, int rate) {

    public SignalColumns {
        signals = List.copyOf(signals);
        names = List.copyOf(names);
    }

    /** Before the rows are known. */
    public static SignalColumns of(DataTableSpec table, SignalParameters parameters) throws InvalidSettingsException {
        return of(OptionalColumns.of(table), parameters);
    }

    public static SignalColumns of(OptionalColumns columns, SignalParameters parameters)
            throws InvalidSettingsException {
        var table = columns.table();
        var layout = parameters.m_layout;
        var signals = layout == LeadLayout.COLUMNS
                ? leadColumns(table, parameters)
                : List.of(ColumnRole.SIGNAL.find(table, parameters.m_signal));
        return new SignalColumns(
                layout,
                signals,
                signals.stream().map(i -> table.getColumnSpec(i).getName()).toList(),
                layout == LeadLayout.ROWS ? ColumnRole.RECORD.find(table, parameters.m_record) : -1,
                layout == LeadLayout.ROWS
                        ? ColumnRole.LEAD.find(table, parameters.m_lead)
                        : layout == LeadLayout.ONE
                                ? columns.find(ColumnRole.LEAD, parameters.m_lead)
                                        .orElse(-1)
                                : -1,
                columns.find(ColumnRole.SAMPLING_RATE, parameters.m_samplingRate)
                        .orElse(-1));
    }

    private static List<Integer> leadColumns(DataTableSpec table, SignalParameters parameters)
            throws InvalidSettingsException {
        var names = parameters.m_leadColumns.filterFromFullSpec(table);
        if (names.length == 0) {
            throw new InvalidSettingsException(
                    "No lead column is chosen. Choose the columns that hold the leads in the node's dialog.");
        }
        for (var name : names) {
            ColumnRole.SIGNAL.find(table, name);
        }
        return inOrder(Arrays.asList(names)).stream()
                .map(table::findColumnIndex)
                .toList();
    }

    /** Leads in their usual order, where all of them are standard leads. */
    static List<String> inOrder(List<String> leads) {
        if (leads.stream().anyMatch(name -> Lead.named(name).isEmpty())) {
            return leads;
        }
        return leads.stream()
                .sorted(Comparator.comparing((String name) -> Lead.named(name).orElseThrow()))
                .toList();
    }

    /** All columns by their use, for a model's provenance. */
    Map<String, String> uses(DataTableSpec table) {
        var uses = new TreeMap<String, String>();
        IntStream.range(0, names.size())
                .forEach(i -> uses.put(names.size() == 1 ? "signal" : "signal " + (i + 1), names.get(i)));
        if (record >= 0) {
            uses.put("record", table.getColumnSpec(record).getName());
        }
        if (lead >= 0) {
            uses.put("lead", table.getColumnSpec(lead).getName());
        }
        if (rate >= 0) {
            uses.put("sampling rate", table.getColumnSpec(rate).getName());
        }
        return uses;
    }
}
