package org.ecgdistill.evaluation.report;

import org.ecgdistill.evaluation.study.Comparison;

/** A part of the page; writes nothing if there is nothing to report. */
interface Section {

    void write(Comparison comparison, Markup page);
}
