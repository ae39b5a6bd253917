package org.ecgdistill.quantum.statevector;

import java.util.Arrays;

/** {@link Kernels} in single precision: half the memory, and twice the lanes per instruction. */
final class FloatKernels implements Kernels<float[]> {

    @Override
    public float[][] rows(int count, int lanes) {
        return new float[count][lanes];
    }

    @Override
    public void fill(float[] row, double value, int lanes) {
        Arrays.fill(row, 0, lanes, (float) value);
    }

    @Override
    public void copy(float[] from, float[] to, int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    @Override
    public void fromDoubles(double[] from, float[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = (float) from[i];
        }
    }

    @Override
    public void addToDoubles(float[] from, double factor, double[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] += factor * from[i];
        }
    }

    @Override
    public void scatter(float[] from, double factor, double[] to, int start, int stride, int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[at] = factor * from[i];
        }
    }

    @Override
    public void gather(double[] from, double factor, int start, int stride, float[] to, int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[i] = (float) (factor * from[at]);
        }
    }

    @Override
    public double sum(float[] row, int lanes) {
        var sum0 = 0.0;
        var sum1 = 0.0;
        var sum2 = 0.0;
        var sum3 = 0.0;
        var i = 0;
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
    public void scale(float[] row, double factor, int lanes) {
        var by = (float) factor;
        for (var i = 0; i < lanes; i++) {
            row[i] *= by;
        }
    }

    @Override
    public void rotateTwo(
            float[] row0, float[] row1, float[] row2, float[] row3, double tangent0, double tangent1, int lanes) {
        var t0 = (float) tangent0;
        var t1 = (float) tangent1;
        for (var i = 0; i < lanes; i++) {
            var a = row0[i];
            var b = row1[i];
            var c = row2[i];
            var d = row3[i];
            var e = a - t0 * b;
            var f = b + t0 * a;
            var g = c - t0 * d;
            var h = d + t0 * c;
            row0[i] = e - t1 * g;
            row1[i] = f - t1 * h;
            row2[i] = g + t1 * e;
            row3[i] = h + t1 * f;
        }
    }

    @Override
    public void hadamard(float[] row0, float[] row1, double scale, int lanes) {
        var factor = (float) scale;
        for (var i = 0; i < lanes; i++) {
            var a = factor * row0[i];
            var b = factor * row1[i];
            row0[i] = a + b;
            row1[i] = a - b;
        }
    }

    @Override
    public void hadamardTwo(float[] row0, float[] row1, float[] row2, float[] row3, double scale, int lanes) {
        var factor = (float) scale;
        for (var i = 0; i < lanes; i++) {
            var a = row0[i];
            var b = row1[i];
            var c = row2[i];
            var d = row3[i];
            var e = a + b;
            var f = a - b;
            var g = c + d;
            var h = c - d;
            row0[i] = factor * (e + g);
            row1[i] = factor * (f + h);
            row2[i] = factor * (e - g);
            row3[i] = factor * (f - h);
        }
    }

    @Override
    public void turn(float[] re, float[] im, double cosine, double sine, float[] toRe, float[] toIm, int lanes) {
        var cos = (float) cosine;
        var sin = (float) sine;
        for (var i = 0; i < lanes; i++) {
            var a = re[i];
            var b = im[i];
            toRe[i] = cos * a - sin * b;
            toIm[i] = cos * b + sin * a;
        }
    }

    @Override
    public void turnByLane(
            float[] re, float[] im, float[] cosine, float[] sine, float[] toRe, float[] toIm, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var a = re[i];
            var b = im[i];
            var c = cosine[i];
            var s = sine[i];
            toRe[i] = a * c - b * s;
            toIm[i] = a * s + b * c;
        }
    }

    @Override
    public void turnBackByLane(
            float[] re, float[] im, float[] cosine, float[] sine, float[] toRe, float[] toIm, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var a = re[i];
            var b = im[i];
            var c = cosine[i];
            var s = sine[i];
            toRe[i] = a * c + b * s;
            toIm[i] = b * c - a * s;
        }
    }

    @Override
    public void addCross(float[] a, float[] b, float[] c, float[] d, float[] sum, int lanes) {
        for (var i = 0; i < lanes; i++) {
            sum[i] += a[i] * d[i] - b[i] * c[i];
        }
    }

    @Override
    public void squares(float[] re, float[] im, float[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = re[i] * re[i] + im[i] * im[i];
        }
    }

    @Override
    public void foldDifference(float[] a, float[] b, float[] difference, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var x = a[i];
            var y = b[i];
            difference[i] += x - y;
            a[i] = x + y;
        }
    }

    @Override
    public void multiply(float[] a, float[] b, float[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = a[i] * b[i];
        }
    }

    @Override
    public void add(float[] a, float[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] += a[i];
        }
    }

    @Override
    public void subtractTwice(float[] a, float[] b, float[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = a[i] - 2 * b[i];
        }
    }
}
