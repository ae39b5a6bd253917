package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that models are scored on: key, label, fold and subject of each. What is unknown is empty. */
public final class Cases {

    private final CaseColumns columns;
    private final List<String> keys;
    private final List<String> labels;
    private final List<Integer> folds;
    private final List<String> subjects;

    private Cases(Builder builder) {
        columns = builder.columns;
        keys = List.copyOf(builder.keys);
        labels = new ArrayList<>(builder.labels);
        folds = new ArrayList<>(builder.folds);
        subjects = new ArrayList<>(builder.subjects);
    }

    public static Builder builder(CaseColumns columns) {
        return new Builder(columns);
    }

    public CaseColumns columns() {
        return columns;
    }

    public int size() {
        return keys.size();
    }

    public String key(int row) {
        return keys.get(row);
    }

    public Optional<String> label(int row) {
        return Optional.ofNullable(labels.get(row));
    }

    public Optional<Integer> fold(int row) {
        return Optional.ofNullable(folds.get(row));
    }

    public Optional<String> subject(int row) {
        return Optional.ofNullable(subjects.get(row));
    }

    /** Takes rows one by one, as they come from a table. */
    public static final class Builder {

        private final CaseColumns columns;
        private final List<String> keys = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<Integer> folds = new ArrayList<>();
        private final List<String> subjects = new ArrayList<>();

        private Builder(CaseColumns columns) {
            this.columns = columns;
        }

        /**
         * @param label null where unknown
         * @param fold null where unknown or without a fold column
         * @param subject null where unknown or without a subject column
         */
        public Builder add(String key, String label, Integer fold, String subject) {
            keys.add(key);
            labels.add(label);
            folds.add(fold);
            subjects.add(subject);
            return this;
        }

        public Cases build() {
            return new Cases(this);
        }
    }
}
