package org.ecgdistill.nn.training;

import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;

/**
 * What a cross-validation needs to know of a model, however it is made.
 *
 * @param network what speaks when it is trained
 * @param course how it is trained
 * @param seed of all chance
 * @param score by which the epoch is chosen on the inner validation rows, higher being better; null for the loss
 * @param examples all rows as the model of a fold may see them (-1 for the model of all rows)
 * @param processor on what it speaks
 * @param kept which arrays of the folds' models are kept when they have spoken
 */
public record Plan(
        Network network,
        Course course,
        long seed,
        ToDoubleBiFunction<float[][], Examples> score,
        IntFunction<Examples> examples,
        Processor processor,
        Predicate<String> kept) {}
