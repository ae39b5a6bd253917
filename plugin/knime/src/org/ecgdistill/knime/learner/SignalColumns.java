package org.ecgdistill.knime.learner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.OptionalColumns;
import org.ecgdistill.signal.Lead;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns that the signal parameters choose, as indices.
 *
 * @param layout how leads are arranged in the table
 * @param signals the signal column; with one column per lead all of them, in the leads' order
 * @param names of the signal columns
 * @param record only with one row per lead
 */
public record SignalColumns(
        LeadLayout layout,
        List<Integer> signals,
        List<String> names,
        OptionalInt record,
        OptionalInt lead,
        OptionalInt rate) {

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
                layout == LeadLayout.ROWS
                        ? OptionalInt.of(ColumnRole.RECORD.find(table, parameters.m_record))
                        : OptionalInt.empty(),
                switch (layout) {
                    case ONE -> columns.find(ColumnRole.LEAD, parameters.m_lead);
                    case ROWS -> OptionalInt.of(ColumnRole.LEAD.find(table, parameters.m_lead));
                    case COLUMNS -> OptionalInt.empty();
                },
                columns.find(ColumnRole.SAMPLING_RATE, parameters.m_samplingRate));
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
        record.ifPresent(i -> uses.put("record", table.getColumnSpec(i).getName()));
        lead.ifPresent(i -> uses.put("lead", table.getColumnSpec(i).getName()));
        rate.ifPresent(i -> uses.put("sampling rate", table.getColumnSpec(i).getName()));
        return uses;
    }
}
