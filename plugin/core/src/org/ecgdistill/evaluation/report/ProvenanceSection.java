package org.ecgdistill.evaluation.report;

import java.util.TreeMap;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelFacts;

/** Where each model comes from. */
final class ProvenanceSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        page.leaf("h2", "Where the models come from");
        for (var model : comparison.models()) {
            page.leaf("h3", model.name()).start("dl");
            entry(page, "Predictions", predictions(model.facts()));
            new TreeMap<>(model.facts().provenance()).forEach((key, value) -> entry(page, key, value));
            page.end();
        }
    }

    private static String predictions(ModelFacts facts) {
        return switch (facts.exposure()) {
            case SEEN -> "of a model that has learnt from these rows";
            case UNSEEN -> facts.outOfFold() ? "out of fold" : "of a model that has not seen these rows";
            case UNKNOWN -> facts.outOfFold() ? "out of fold" : "not marked as out of fold";
        };
    }

    private static void entry(Markup page, String name, String value) {
        page.leaf("dt", name).leaf("dd", value);
    }
}
