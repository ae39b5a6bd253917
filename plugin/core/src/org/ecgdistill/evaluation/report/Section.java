package org.ecgdistill.evaluation.report;

import org.ecgdistill.evaluation.study.Comparison;

/** A part of the page; writes nothing where there is nothing to say. */
interface Section {

    void write(Comparison comparison, Markup page);
}
