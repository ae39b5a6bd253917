package org.ecgdistill.nn.training;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;

/**
 * How one model is made, said once for all folds.
 *
 * @param network what is trained
 * @param start its numbers before training, by seed
 * @param trained which arrays training changes
 * @param loss what it is to be good at, said of the rows that a model learns from: the weight of a class follows from how
 *     often these rows have it, and never from a row that the model is to predict
 * @param schedule how long and how fast
 * @param score by which the epoch is chosen on the inner validation rows, higher being better; null for the loss
 * @param examples all rows as the model of a fold may see them (-1 for the model of all rows): a student of fold f learns
 *     from the teacher that has not seen fold f
 * @param processor on what it is computed
 * @param kept which arrays of the folds' models are kept when they have spoken
 */
public record Recipe(
        Network network,
        LongFunction<Weights> start,
        Predicate<String> trained,
        Function<Examples, Loss> loss,
        Schedule schedule,
        ToDoubleBiFunction<float[][], Examples> score,
        IntFunction<Examples> examples,
        Processor processor,
        Predicate<String> kept) {}
