package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.ecgdistill.nn.Attention;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Loss;

/**
 * L = hard + λ · ‖a − b‖², the mean over rows, where a and b describe where in time the student and the teacher look
 * ({@link Attention}; Zagoruyko and Komodakis 2017). A teacher's steps are interpolated linearly to the student's
 * number of steps. The distance lies between 0 and 2. For a row without a label L = λ · ‖a − b‖².
 *
 * @param hard the loss of the labels
 * @param lambda the teacher's weight, 0 or more
 */
public record AttentionLoss(Loss hard, double lambda) implements Loss {

    public AttentionLoss {
        Pair.checkWeight(lambda);
    }

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        var labels = hard.of(pass, batch);
        if (lambda == 0) {
            return labels;
        }
        if (pass.maps() == null) {
            throw new DistillationException(
                    "This student has no activations over time, so a teacher can't show it where"
                            + " to look. Choose another method, or a ResNet-1D, CNN-1D or ViT-1D.");
        }
        return labels.add(distance(pass.maps(), batch.target(Teachers.ATTENTION)));
    }

    /**
     * λ · ‖a − b‖²
     *
     * @param maps the student's activations, (rows, channels, steps)
     * @param teacher where the teacher looks, (rows, its steps)
     */
    NDArray distance(NDArray maps, NDArray teacher) {
        var student = Attention.of(maps);
        return student.sub(resampled(teacher, (int) student.getShape().get(1)))
                .square()
                .sum(new int[] {1})
                .mul(Torch.constant(student, lambda))
                .mean();
    }

    private static NDArray resampled(NDArray teacher, int steps) {
        var given = (int) teacher.getShape().get(1);
        if (given == steps) {
            return Attention.normalised(teacher);
        }
        var lines = teacher.getManager().create(lines(given, steps), new Shape(given, steps));
        return Attention.normalised(teacher.matMul(
                teacher.getDataType() == DataType.FLOAT64 ? lines : lines.toType(DataType.FLOAT32, false)));
    }

    /**
     * The weight of each given step in each wanted step. A step is an interval of time, and its value belongs to the
     * middle of the interval; before the first middle and after the last, the nearest value applies.
     */
    static double[] lines(int given, int wanted) {
        var shares = new double[given * wanted];
        for (var to = 0; to < wanted; to++) {
            var at = Math.min(given - 1, Math.max(0, (to + 0.5) * given / wanted - 0.5));
            var before = (int) at;
            shares[before * wanted + to] += 1 - (at - before);
            if (before + 1 < given) {
                shares[(before + 1) * wanted + to] += at - before;
            }
        }
        return shares;
    }
}
