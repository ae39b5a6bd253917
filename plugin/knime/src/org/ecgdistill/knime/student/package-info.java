/**
 * The node that trains compact students: its declaration, its parameters, and what joins table, teachers and training.
 * What a student learns from a teacher is in {@link org.ecgdistill.distill}.
 */
package org.ecgdistill.knime.student;
