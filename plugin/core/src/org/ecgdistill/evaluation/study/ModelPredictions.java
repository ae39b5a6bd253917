package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.ResizableDoubleArray;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * One model's predictions for each case: probabilities of some classes, a predicted class, or both. Rows are in the
 * order of the cases.
 */
public final class ModelPredictions {

    private final String name;
    private final ModelFacts facts;
    private final List<String> classes;
    private final double[][] probability;
    private final Optional<List<String>> predicted;

    private ModelPredictions(Builder builder) {
        name = builder.name;
        facts = builder.facts;
        classes = builder.classes;
        probability =
                builder.columns.stream().map(ResizableDoubleArray::getElements).toArray(double[][]::new);
        predicted = builder.hasPredictedClass ? Optional.of(builder.predicted) : Optional.empty();
    }

    /**
     * @param classes the classes that the model gives a probability of; may be empty
     * @param hasPredictedClass whether the model predicts a class; may be false where it gives probabilities
     */
    public static Builder builder(String name, ModelFacts facts, List<String> classes, boolean hasPredictedClass) {
        return new Builder(name, facts, classes, hasPredictedClass);
    }

    public String name() {
        return name;
    }

    public ModelFacts facts() {
        return facts;
    }

    /** The classes that have a probability. */
    public List<String> classes() {
        return classes;
    }

    public boolean hasPredictedClass() {
        return predicted.isPresent();
    }

    public int size() {
        return classes.isEmpty() ? predicted.orElse(List.of()).size() : probability[0].length;
    }

    /** NaN where it is missing. */
    double probability(int ofClass, int row) {
        return probability[ofClass][row];
    }

    Optional<String> predicted(int row) {
        return Optional.ofNullable(predicted.orElseThrow().get(row));
    }

    /** Takes rows one by one, as they come from a table. */
    public static final class Builder {

        private final String name;
        private final ModelFacts facts;
        private final List<String> classes;
        private final boolean hasPredictedClass;
        private final List<ResizableDoubleArray> columns = new ArrayList<>();
        private final List<String> predicted = new ArrayList<>();

        private Builder(String name, ModelFacts facts, List<String> classes, boolean hasPredictedClass) {
            this.name = name;
            this.facts = facts;
            this.classes = List.copyOf(classes);
            this.hasPredictedClass = hasPredictedClass;
            if (classes.isEmpty() && !hasPredictedClass) {
                throw new EvaluationException("Model \"" + name
                        + "\" has neither a probability nor a prediction column; choose at least one of them.");
            }
            for (var c = 0; c < classes.size(); c++) {
                columns.add(new ResizableDoubleArray(1024));
            }
        }

        /**
         * @param predictedClass null where missing
         * @param ofClasses the probability of each class; NaN where missing
         */
        public Builder add(String predictedClass, double... ofClasses) {
            if (ofClasses.length != columns.size()) {
                throw new EvaluationException("Model \"" + name + "\" has " + columns.size()
                        + " classes with a probability but a row gives " + ofClasses.length + ".");
            }
            for (var c = 0; c < ofClasses.length; c++) {
                columns.get(c).addElement(ofClasses[c]);
            }
            if (hasPredictedClass) {
                predicted.add(predictedClass);
            }
            return this;
        }

        public ModelPredictions build() {
            return new ModelPredictions(this);
        }
    }
}
