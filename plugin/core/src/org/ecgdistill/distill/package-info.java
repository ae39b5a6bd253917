/**
 * What a student learns from teachers: the losses, one small class each, what teachers say of each row as the model of a
 * fold may hear it, and the training of a student under a cross-validation, with a sweep over temperatures and weights.
 * Networks and the training loop itself are in {@link org.ecgdistill.nn}; columns and parameters are in the nodes.
 *
 * <p>A call reads like this:
 *
 * <pre>{@code
 * var teachers = Teachers.of(List.of(founder, forest), design, logits);
 * var distillation = new Distillation(
 *         Student.of(network), Objective.HINTON, Pair.grid(List.of(2.0, 4.0), List.of(0.1, 0.5)),
 *         LabelLoss::plain, schedule, LabelScore::auroc, Metric.AUROC, 0, Processor.CPU, threads);
 * var distilled = distillation.run(teachers, rows, progress);
 * distilled.models();   // a CrossValidated like that of any learner
 * distilled.sweep();    // one line for each fold and pair
 * }</pre>
 *
 * <p>A student that is more than a network at random says in {@link org.ecgdistill.distill.Student.Start} how it begins:
 * from the rows of its fold, such as an autoencoder that is trained first.
 */
package org.ecgdistill.distill;
