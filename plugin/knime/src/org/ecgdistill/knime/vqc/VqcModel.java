package org.ecgdistill.knime.vqc;

import org.ecgdistill.distill.Student;

/**
 * A model that the node trains.
 *
 * @param name as the analyst reads it
 * @param student how it learns
 */
record VqcModel(String name, Student student) {}
