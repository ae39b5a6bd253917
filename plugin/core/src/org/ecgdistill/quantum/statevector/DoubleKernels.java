package org.ecgdistill.quantum.statevector;

import java.util.Arrays;

/**
 * {@link Kernels} in double precision. Loops read before they write, and are short: see the package. {@link FloatKernels} is
 * its twin because Java has no generics over primitive types, and a loop over objects or calls would be slow.
 */
final class DoubleKernels implements Kernels<double[]> {

    @Override
    public double[][] rows(int count, int lanes) {
        return new double[count][lanes];
    }

    @Override
    public void fill(double[] row, double value, int lanes) {
        Arrays.fill(row, 0, lanes, value);
    }

    @Override
    public void copy(double[] from, double[] to, int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    @Override
    public void fromDoubles(double[] from, double[] to, int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    @Override
    public void addToDoubles(double[] from, double factor, double[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] += factor * from[i];
        }
    }

    @Override
    public void scatter(double[] from, double factor, double[] to, int start, int stride, int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[at] = factor * from[i];
        }
    }

    @Override
    public void gather(double[] from, double factor, int start, int stride, double[] to, int lanes) {
        for (int i = 0, at = start; i < lanes; i++, at += stride) {
            to[i] = factor * from[at];
        }
    }

    @Override
    public double sum(double[] row, int lanes) {
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
    public void scale(double[] row, double factor, int lanes) {
        for (var i = 0; i < lanes; i++) {
            row[i] *= factor;
        }
    }

    @Override
    public void rotateTwo(
            double[] row0, double[] row1, double[] row2, double[] row3, double tangent0, double tangent1, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var a = row0[i];
            var b = row1[i];
            var c = row2[i];
            var d = row3[i];
            var e = a - tangent0 * b;
            var f = b + tangent0 * a;
            var g = c - tangent0 * d;
            var h = d + tangent0 * c;
            row0[i] = e - tangent1 * g;
            row1[i] = f - tangent1 * h;
            row2[i] = g + tangent1 * e;
            row3[i] = h + tangent1 * f;
        }
    }

    @Override
    public void hadamard(double[] row0, double[] row1, double scale, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var a = scale * row0[i];
            var b = scale * row1[i];
            row0[i] = a + b;
            row1[i] = a - b;
        }
    }

    @Override
    public void hadamardTwo(double[] row0, double[] row1, double[] row2, double[] row3, double scale, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var a = row0[i];
            var b = row1[i];
            var c = row2[i];
            var d = row3[i];
            var e = a + b;
            var f = a - b;
            var g = c + d;
            var h = c - d;
            row0[i] = scale * (e + g);
            row1[i] = scale * (f + h);
            row2[i] = scale * (e - g);
            row3[i] = scale * (f - h);
        }
    }

    @Override
    public void turn(double[] re, double[] im, double cosine, double sine, double[] toRe, double[] toIm, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var a = re[i];
            var b = im[i];
            toRe[i] = cosine * a - sine * b;
            toIm[i] = cosine * b + sine * a;
        }
    }

    @Override
    public void turnByLane(
            double[] re, double[] im, double[] cosine, double[] sine, double[] toRe, double[] toIm, int lanes) {
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
            double[] re, double[] im, double[] cosine, double[] sine, double[] toRe, double[] toIm, int lanes) {
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
    public void addCross(double[] a, double[] b, double[] c, double[] d, double[] sum, int lanes) {
        for (var i = 0; i < lanes; i++) {
            sum[i] += a[i] * d[i] - b[i] * c[i];
        }
    }

    @Override
    public void squares(double[] re, double[] im, double[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = re[i] * re[i] + im[i] * im[i];
        }
    }

    @Override
    public void foldDifference(double[] a, double[] b, double[] difference, int lanes) {
        for (var i = 0; i < lanes; i++) {
            var x = a[i];
            var y = b[i];
            difference[i] += x - y;
            a[i] = x + y;
        }
    }

    @Override
    public void multiply(double[] a, double[] b, double[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = a[i] * b[i];
        }
    }

    @Override
    public void add(double[] a, double[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] += a[i];
        }
    }

    @Override
    public void subtractTwice(double[] a, double[] b, double[] to, int lanes) {
        for (var i = 0; i < lanes; i++) {
            to[i] = a[i] - 2 * b[i];
        }
    }
}
