package org.ecgdistill.knime.vqc;

import org.ecgdistill.distill.Student;
import org.ecgdistill.nn.NetworkForm;

/**
 * A model that the node trains.
 *
 * @param name as the analyst reads it
 * @param form of its network, as a model file keeps it
 * @param student how it learns
 */
record VqcModel(String name, NetworkForm form, Student student) {}
