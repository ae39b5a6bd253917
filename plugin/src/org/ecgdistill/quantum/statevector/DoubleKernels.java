package org.ecgdistill.quantum.statevector;

import java.util.Arrays;

/** {@link Kernels} in double precision. The loops read everything before they write, and are short: see the package. */
final class DoubleKernels implements Kernels<double[]> {

    @Override
    public double[][] rows(final int count, final int lanes) {
        return new double[count][lanes];
    }

    @Override
    public void fill(final double[] row, final double value, final int lanes) {
        Arrays.fill(row, 0, lanes, value);
    }

    @Override
    public void copy(final double[] from, final double[] to, final int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    @Override
    public void fromDoubles(final double[] from, final double[] to, final int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    @Override
    public void addToDoubles(final double[] from, final double factor, final double[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] += factor * from[i];
        }
    }

    @Override
    public void scatter(
            final double[] from,
            final double factor,
            final double[] to,
            final int start,
            final int stride,
            final int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[at] = factor * from[i];
        }
    }

    @Override
    public void gather(
            final double[] from,
            final double factor,
            final int start,
            final int stride,
            final double[] to,
            final int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[i] = factor * from[at];
        }
    }

    @Override
    public double sum(final double[] row, final int lanes) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < lanes; i += 4) {
            sum0 += row[i];
            sum1 += row[i + 1];
            sum2 += row[i + 2];
            sum3 += row[i + 3];
        }
        for (; i < lanes; i++) {
            sum0 += row[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    @Override
    public void scale(final double[] row, final double factor, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            row[i] *= factor;
        }
    }

    @Override
    public void rotate(
            final double[] zero, final double[] one, final double cosine, final double sine, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = zero[i];
            double b = one[i];
            zero[i] = cosine * a - sine * b;
            one[i] = cosine * b + sine * a;
        }
    }

    @Override
    public void rotateTwo(
            final double[] zero,
            final double[] one,
            final double[] two,
            final double[] three,
            final double tangent0,
            final double tangent1,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = zero[i];
            double b = one[i];
            double c = two[i];
            double d = three[i];
            double e = a - tangent0 * b;
            double f = b + tangent0 * a;
            double g = c - tangent0 * d;
            double h = d + tangent0 * c;
            zero[i] = e - tangent1 * g;
            one[i] = f - tangent1 * h;
            two[i] = g + tangent1 * e;
            three[i] = h + tangent1 * f;
        }
    }

    @Override
    public void rotateByLane(
            final double[] zero,
            final double[] one,
            final double[] cosine,
            final double[] sine,
            final double sign,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = zero[i];
            double b = one[i];
            double c = cosine[i];
            double s = sign * sine[i];
            zero[i] = c * a - s * b;
            one[i] = c * b + s * a;
        }
    }

    @Override
    public void hadamard(final double[] zero, final double[] one, final double scale, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = scale * zero[i];
            double b = scale * one[i];
            zero[i] = a + b;
            one[i] = a - b;
        }
    }

    @Override
    public void hadamardTwo(
            final double[] zero,
            final double[] one,
            final double[] two,
            final double[] three,
            final double scale,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = zero[i];
            double b = one[i];
            double c = two[i];
            double d = three[i];
            double e = a + b;
            double f = a - b;
            double g = c + d;
            double h = c - d;
            zero[i] = scale * (e + g);
            one[i] = scale * (f + h);
            two[i] = scale * (e - g);
            three[i] = scale * (f - h);
        }
    }

    @Override
    public void turn(
            final double[] re,
            final double[] im,
            final double cosine,
            final double sine,
            final double[] toRe,
            final double[] toIm,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = re[i];
            double b = im[i];
            toRe[i] = cosine * a - sine * b;
            toIm[i] = cosine * b + sine * a;
        }
    }

    @Override
    public void turnByLane(
            final double[] re,
            final double[] im,
            final double[] cosine,
            final double[] sine,
            final double[] toRe,
            final double[] toIm,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = re[i];
            double b = im[i];
            double c = cosine[i];
            double s = sine[i];
            toRe[i] = a * c - b * s;
            toIm[i] = a * s + b * c;
        }
    }

    @Override
    public void turnBackByLane(
            final double[] re,
            final double[] im,
            final double[] cosine,
            final double[] sine,
            final double[] toRe,
            final double[] toIm,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double a = re[i];
            double b = im[i];
            double c = cosine[i];
            double s = sine[i];
            toRe[i] = a * c + b * s;
            toIm[i] = b * c - a * s;
        }
    }

    @Override
    public void addCross(
            final double[] a,
            final double[] b,
            final double[] c,
            final double[] d,
            final double[] sum,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            sum[i] += a[i] * d[i] - b[i] * c[i];
        }
    }

    @Override
    public void squares(final double[] re, final double[] im, final double[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = re[i] * re[i] + im[i] * im[i];
        }
    }

    @Override
    public void foldDifference(final double[] a, final double[] b, final double[] difference, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            double x = a[i];
            double y = b[i];
            difference[i] += x - y;
            a[i] = x + y;
        }
    }

    @Override
    public void multiply(final double[] a, final double[] b, final double[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = a[i] * b[i];
        }
    }

    @Override
    public void add(final double[] a, final double[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] += a[i];
        }
    }

    @Override
    public void subtractTwice(final double[] a, final double[] b, final double[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = a[i] - 2 * b[i];
        }
    }
}
