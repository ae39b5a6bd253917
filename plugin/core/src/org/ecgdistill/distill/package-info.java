/**
 * What a student learns from teachers: the losses, one small class each, the teachers' predictions for each row that
 * the model of a fold may use, and the training of a student under a cross-validation, with a sweep over temperatures
 * and weights. Networks and the training loop itself are in {@link org.ecgdistill.nn}; columns and parameters are in
 * the nodes.
 *
 * <p>A call reads like this:
 *
 * <pre>{@code
 * var teachers = Teachers.of(List.of(founder, forest), design, logits);
 * var distillation = new Distillation(
 *         new Student.Plain(form), new Goal(Objective.HINTON, Weighting.PLAIN, LabelScore.AUROC, 0),
 *         Pair.grid(List.of(2.0, 4.0), List.of(0.1, 0.5)), Optional.of(Metric.AUROC), schedule, Processor.CPU, threads);
 * var distilled = distillation.run(teachers, rows, progress);
 * distilled.models();   // a CrossValidated like that of any learner
 * distilled.sweep();    // one line for each fold and pair
 * }</pre>
 *
 * <p>This call becomes one {@code TrainingTask} for each fold and pair. A task is data alone: written
 * to a file, read back and run elsewhere, it gives the same bits. Teachers are trained by the same runner, as students
 * without a teacher ({@link org.ecgdistill.distill.FounderTraining}).
 */
package org.ecgdistill.distill;
