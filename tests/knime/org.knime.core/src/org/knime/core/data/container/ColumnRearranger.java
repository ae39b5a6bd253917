package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecgdistill.standin.RearrangedColumn;
import org.ecgdistill.standin.Secrets;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Says how a table's columns become another's: dropped, moved, replaced, new. Indices are those of the moment. */
public class ColumnRearranger {

    static {
        Secrets.register(Secrets.Rearrangers.class, new Secrets.Rearrangers() {
            @Override
            public DataTableSpec original(ColumnRearranger rearranger) {
                return rearranger.original;
            }

            @Override
            public List<RearrangedColumn> columns(ColumnRearranger rearranger) {
                return List.copyOf(rearranger.columns);
            }
        });
    }

    private final DataTableSpec original;
    private final List<RearrangedColumn> columns = new ArrayList<>();

    public ColumnRearranger(DataTableSpec original) {
        this.original = original;
        for (var i = 0; i < original.getNumColumns(); i++) {
            columns.add(RearrangedColumn.existing(original.getColumnSpec(i), i));
        }
    }

    public final int getColumnCount() {
        return columns.size();
    }

    /** @return -1 if there is no such column */
    public final int indexOf(String colName) {
        return names().indexOf(colName);
    }

    private List<String> names() {
        return columns.stream().map(RearrangedColumn::name).toList();
    }

    private int existingIndex(String name) {
        var index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No such column: " + name);
        }
        return index;
    }

    private static Set<Integer> distinct(int[] indices) {
        var set = new HashSet<Integer>();
        for (var index : indices) {
            if (!set.add(index)) {
                throw new IndexOutOfBoundsException("Duplicates in argument: " + Arrays.toString(indices));
            }
        }
        return set;
    }

    private int[] indices(String[] names) {
        var indices = Arrays.stream(names).mapToInt(this::existingIndex).toArray();
        if (Arrays.stream(indices).distinct().count() < indices.length) {
            throw new IllegalArgumentException("Argument contains duplicates: " + Arrays.toString(names));
        }
        return indices;
    }

    /** Drops all other columns; the order stays. */
    public final void keepOnly(int... colIndices) {
        var kept = distinct(colIndices);
        kept.forEach(columns::get);
        remove(IntStream.range(0, columns.size()).filter(i -> !kept.contains(i)).toArray());
    }

    public final void keepOnly(String... colNames) {
        keepOnly(indices(colNames));
    }

    public final void remove(int... colIndices) {
        distinct(colIndices).stream()
                .sorted(Collections.reverseOrder())
                .mapToInt(Integer::intValue)
                .forEach(columns::remove);
    }

    public final void remove(String... colNames) {
        remove(indices(colNames));
    }

    /** Puts a column before the one that stands at {@code to}. */
    public final void move(int from, int to) {
        var column = columns.get(from);
        if (from < to) {
            columns.add(to, column);
            columns.remove(from);
        } else {
            columns.remove(from);
            columns.add(to, column);
        }
    }

    public final void move(String colName, int to) {
        move(existingIndex(colName), to);
    }

    /** Brings the named columns to the front, in that order. */
    public final void permute(String[] colNamesInOrder) {
        permute(indices(colNamesInOrder));
    }

    public final void permute(int[] colIndicesInOrder) {
        var first = distinct(colIndicesInOrder);
        var ordered = new ArrayList<>(
                Arrays.stream(colIndicesInOrder).mapToObj(columns::get).toList());
        for (var i = 0; i < columns.size(); i++) {
            if (!first.contains(i)) {
                ordered.add(columns.get(i));
            }
        }
        columns.clear();
        columns.addAll(ordered);
    }

    public final void insertAt(int position, CellFactory fac) {
        columns.addAll(position, RearrangedColumn.made(fac));
    }

    public final void append(CellFactory fac) {
        insertAt(columns.size(), fac);
    }

    public final void replace(CellFactory newCol, String colName) {
        replace(newCol, existingIndex(colName));
    }

    /** Replaces columns one by one by those of the factory. */
    public final void replace(CellFactory fac, int... colIndex) {
        var made = RearrangedColumn.made(fac);
        if (made.size() != colIndex.length) {
            throw new IndexOutOfBoundsException(
                    "The factory makes " + made.size() + " columns, to replace " + colIndex.length + ".");
        }
        for (var i = 0; i < colIndex.length; i++) {
            columns.set(colIndex[i], made.get(i));
        }
    }

    public final DataTableSpec createSpec() {
        return new DataTableSpec(columns.stream().map(RearrangedColumn::spec).toArray(DataColumnSpec[]::new));
    }
}
