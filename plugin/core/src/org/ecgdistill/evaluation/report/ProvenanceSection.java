package org.ecgdistill.evaluation.report;

import java.util.TreeMap;
import org.ecgdistill.evaluation.study.Comparison;

/** Where each model comes from. */
final class ProvenanceSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        page.leaf("h2", "Where the models come from");
        for (var model : comparison.models()) {
            page.leaf("h3", model.name()).start("dl");
            entry(page, "Predictions", model.facts().outOfFold() ? "out of fold" : "not marked as out of fold");
            new TreeMap<>(model.facts().provenance()).forEach((key, value) -> entry(page, key, value));
            page.end();
        }
    }

    private static void entry(Markup page, String name, String value) {
        page.leaf("dt", name).leaf("dd", value);
    }
}
