package org.ecgdistill.evaluation.report;

import java.util.Locale;
import org.ecgdistill.evaluation.study.Comparison;

/** Doubts and notes, before any figure. */
final class FindingsSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        for (var finding : comparison.findings()) {
            var name = finding.severity().name().toLowerCase(Locale.ROOT);
            page.start("p", "class", "finding " + name, "role", "note");
            page.leaf("b", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                    .text(finding.sentence());
            page.end();
        }
    }
}
