package org.ecgdistill.quantum.statevector;

import java.util.Arrays;

/** {@link Kernels} in single precision: half the memory, and twice the lanes per instruction. */
final class FloatKernels implements Kernels<float[]> {

    @Override
    public float[][] rows(final int count, final int lanes) {
        return new float[count][lanes];
    }

    @Override
    public void fill(final float[] row, final double value, final int lanes) {
        Arrays.fill(row, 0, lanes, (float) value);
    }

    @Override
    public void copy(final float[] from, final float[] to, final int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    @Override
    public void fromDoubles(final double[] from, final float[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = (float) from[i];
        }
    }

    @Override
    public void addToDoubles(final float[] from, final double factor, final double[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] += factor * from[i];
        }
    }

    @Override
    public void scatter(
            final float[] from,
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
            final float[] to,
            final int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[i] = (float) (factor * from[at]);
        }
    }

    @Override
    public double sum(final float[] row, final int lanes) {
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
    public void scale(final float[] row, final double factor, final int lanes) {
        float by = (float) factor;
        for (int i = 0; i < lanes; i++) {
            row[i] *= by;
        }
    }

    @Override
    public void rotate(final float[] zero, final float[] one, final double cosine, final double sine, final int lanes) {
        float cos = (float) cosine;
        float sin = (float) sine;
        for (int i = 0; i < lanes; i++) {
            float a = zero[i];
            float b = one[i];
            zero[i] = cos * a - sin * b;
            one[i] = cos * b + sin * a;
        }
    }

    @Override
    public void rotateTwo(
            final float[] zero,
            final float[] one,
            final float[] two,
            final float[] three,
            final double tangent0,
            final double tangent1,
            final int lanes) {
        float t0 = (float) tangent0;
        float t1 = (float) tangent1;
        for (int i = 0; i < lanes; i++) {
            float a = zero[i];
            float b = one[i];
            float c = two[i];
            float d = three[i];
            float e = a - t0 * b;
            float f = b + t0 * a;
            float g = c - t0 * d;
            float h = d + t0 * c;
            zero[i] = e - t1 * g;
            one[i] = f - t1 * h;
            two[i] = g + t1 * e;
            three[i] = h + t1 * f;
        }
    }

    @Override
    public void rotateByLane(
            final float[] zero,
            final float[] one,
            final float[] cosine,
            final float[] sine,
            final double sign,
            final int lanes) {
        float sgn = (float) sign;
        for (int i = 0; i < lanes; i++) {
            float a = zero[i];
            float b = one[i];
            float c = cosine[i];
            float s = sgn * sine[i];
            zero[i] = c * a - s * b;
            one[i] = c * b + s * a;
        }
    }

    @Override
    public void hadamard(final float[] zero, final float[] one, final double scale, final int lanes) {
        float factor = (float) scale;
        for (int i = 0; i < lanes; i++) {
            float a = factor * zero[i];
            float b = factor * one[i];
            zero[i] = a + b;
            one[i] = a - b;
        }
    }

    @Override
    public void hadamardTwo(
            final float[] zero,
            final float[] one,
            final float[] two,
            final float[] three,
            final double scale,
            final int lanes) {
        float factor = (float) scale;
        for (int i = 0; i < lanes; i++) {
            float a = zero[i];
            float b = one[i];
            float c = two[i];
            float d = three[i];
            float e = a + b;
            float f = a - b;
            float g = c + d;
            float h = c - d;
            zero[i] = factor * (e + g);
            one[i] = factor * (f + h);
            two[i] = factor * (e - g);
            three[i] = factor * (f - h);
        }
    }

    @Override
    public void turn(
            final float[] re,
            final float[] im,
            final double cosine,
            final double sine,
            final float[] toRe,
            final float[] toIm,
            final int lanes) {
        float cos = (float) cosine;
        float sin = (float) sine;
        for (int i = 0; i < lanes; i++) {
            float a = re[i];
            float b = im[i];
            toRe[i] = cos * a - sin * b;
            toIm[i] = cos * b + sin * a;
        }
    }

    @Override
    public void turnByLane(
            final float[] re,
            final float[] im,
            final float[] cosine,
            final float[] sine,
            final float[] toRe,
            final float[] toIm,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            float a = re[i];
            float b = im[i];
            float c = cosine[i];
            float s = sine[i];
            toRe[i] = a * c - b * s;
            toIm[i] = a * s + b * c;
        }
    }

    @Override
    public void turnBackByLane(
            final float[] re,
            final float[] im,
            final float[] cosine,
            final float[] sine,
            final float[] toRe,
            final float[] toIm,
            final int lanes) {
        for (int i = 0; i < lanes; i++) {
            float a = re[i];
            float b = im[i];
            float c = cosine[i];
            float s = sine[i];
            toRe[i] = a * c + b * s;
            toIm[i] = b * c - a * s;
        }
    }

    @Override
    public void addCross(
            final float[] a, final float[] b, final float[] c, final float[] d, final float[] sum, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            sum[i] += a[i] * d[i] - b[i] * c[i];
        }
    }

    @Override
    public void squares(final float[] re, final float[] im, final float[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = re[i] * re[i] + im[i] * im[i];
        }
    }

    @Override
    public void foldDifference(final float[] a, final float[] b, final float[] difference, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            float x = a[i];
            float y = b[i];
            difference[i] += x - y;
            a[i] = x + y;
        }
    }

    @Override
    public void multiply(final float[] a, final float[] b, final float[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = a[i] * b[i];
        }
    }

    @Override
    public void add(final float[] a, final float[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] += a[i];
        }
    }

    @Override
    public void subtractTwice(final float[] a, final float[] b, final float[] to, final int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[i] = a[i] - 2 * b[i];
        }
    }
}
