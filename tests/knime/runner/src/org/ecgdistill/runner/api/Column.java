package org.ecgdistill.runner.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A column with its values. A missing value is {@code null}. Values of {@link ColumnType#DOUBLE_LIST} are
 * {@code List<Double>}, and so on.
 *
 * @param name the column's name
 * @param type the type of its cells
 * @param values one per row
 * @param properties the properties of KNIME's column spec
 */
public record Column(String name, ColumnType type, List<Object> values, Map<String, String> properties) {

    public Column {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        properties = Map.copyOf(properties);
    }

    public static Column strings(String name, String... values) {
        return new Column(name, ColumnType.STRING, Arrays.asList((Object[]) values), Map.of());
    }

    public static Column integers(String name, Integer... values) {
        return new Column(name, ColumnType.INTEGER, Arrays.asList((Object[]) values), Map.of());
    }

    public static Column longs(String name, Long... values) {
        return new Column(name, ColumnType.LONG, Arrays.asList((Object[]) values), Map.of());
    }

    public static Column doubles(String name, Double... values) {
        return new Column(name, ColumnType.DOUBLE, Arrays.asList((Object[]) values), Map.of());
    }

    public static Column booleans(String name, Boolean... values) {
        return new Column(name, ColumnType.BOOLEAN, Arrays.asList((Object[]) values), Map.of());
    }

    /** One signal per row; {@code null} for a missing one, NaN for a missing sample. */
    public static Column signals(String name, double[]... values) {
        var lists = new ArrayList<Object>();
        for (var value : values) {
            lists.add(value == null ? null : boxed(value));
        }
        return new Column(name, ColumnType.DOUBLE_LIST, lists, Map.of());
    }

    private static List<Double> boxed(double[] samples) {
        var list = new ArrayList<Double>(samples.length);
        for (var sample : samples) {
            list.add(Double.isNaN(sample) ? null : Double.valueOf(sample));
        }
        return list;
    }

    /** The same column with one more property on its spec. */
    public Column withProperty(String key, String value) {
        var more = new LinkedHashMap<>(properties);
        more.put(key, value);
        return new Column(name, type, values, more);
    }

    public int size() {
        return values.size();
    }

    public Object get(int row) {
        return values.get(row);
    }

    public boolean isMissing(int row) {
        return values.get(row) == null;
    }

    /** The values as texts, missing ones as {@code null}. */
    public List<String> strings() {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }

    /** The values of a column of numbers; a missing one is NaN. */
    public double[] doubles() {
        var numbers = new double[size()];
        for (var row = 0; row < numbers.length; row++) {
            numbers[row] = isMissing(row) ? Double.NaN : number(row).doubleValue();
        }
        return numbers;
    }

    /** The values of a column of whole numbers without missing values. */
    public int[] integers() {
        var numbers = new int[size()];
        for (var row = 0; row < numbers.length; row++) {
            if (isMissing(row)) {
                throw new RunnerException("Column \"" + name + "\" has a missing value in row " + row
                        + "; whole numbers were expected in every row.");
            }
            numbers[row] = Math.toIntExact(number(row).longValue());
        }
        return numbers;
    }

    /** The list of numbers in one row; a missing element is NaN, a missing list is {@code null}. */
    public double[] signal(int row) {
        if (isMissing(row)) {
            return null;
        }
        if (!(get(row) instanceof List<?> list)) {
            throw wrongType("a list of numbers");
        }
        var samples = new double[list.size()];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = list.get(i) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return samples;
    }

    /** How often each value occurs, in the order of first occurrence. */
    public Map<Object, Long> counts() {
        var counts = new LinkedHashMap<Object, Long>();
        values.forEach(value -> counts.merge(value == null ? "?" : value, 1L, Long::sum));
        return counts;
    }

    private Number number(int row) {
        if (get(row) instanceof Number number) {
            return number;
        }
        throw wrongType("numbers");
    }

    private RunnerException wrongType(String expected) {
        return new RunnerException(
                "Column \"" + name + "\" holds values of type " + type.title() + ", not " + expected + ".");
    }
}
