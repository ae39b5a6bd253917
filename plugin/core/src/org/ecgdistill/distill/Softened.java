package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Torch;

/**
 * How far a student's predictions are from a teacher's, both softened by a temperature (Hinton, Vinyals and Dean 2015), for
 * each row of logits (rows, classes), where one column stands for the logit of the second of two classes.
 */
final class Softened {

    private Softened() {}

    /** −Σ q log p, with q the teacher's and p the student's softened probabilities. */
    static NDArray crossEntropy(NDArray student, NDArray teacher, double temperature) {
        var p = student.div(Torch.constant(student, temperature));
        var q = teacher.div(Torch.constant(teacher, temperature));
        return isOne(student)
                ? ofOne(p, q)
                : q.softmax(1).mul(p.logSoftmax(1)).sum(new int[] {1}).neg();
    }

    /** Σ q (log q − log p): zero where both are equal. The gradient is that of the cross-entropy. */
    static NDArray divergence(NDArray student, NDArray teacher, double temperature) {
        var p = student.div(Torch.constant(student, temperature));
        var q = teacher.div(Torch.constant(teacher, temperature));
        if (isOne(student)) {
            return ofOne(p, q).sub(ofOne(q, q));
        }
        var logs = q.logSoftmax(1);
        return logs.exp().mul(logs.sub(p.logSoftmax(1))).sum(new int[] {1});
    }

    private static boolean isOne(NDArray logits) {
        return logits.getShape().get(1) == 1;
    }

    /** With σ(−q) rather than 1 − σ(q), which would be rounded to 0 for a confident teacher. */
    private static NDArray ofOne(NDArray p, NDArray q) {
        return sigmoid(q).mul(softplus(p.neg())).add(sigmoid(q.neg()).mul(softplus(p)));
    }

    private static NDArray sigmoid(NDArray x) {
        return x.getNDArrayInternal().sigmoid();
    }

    /** log(1 + exp(x)) in a form that does not overflow. */
    private static NDArray softplus(NDArray x) {
        return x.maximum(Torch.constant(x, 0)).add(x.abs().neg().exp().add(1).log());
    }
}
