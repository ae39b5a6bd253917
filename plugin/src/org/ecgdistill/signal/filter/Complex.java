package org.ecgdistill.signal.filter;

/** A complex number; poles and zeros of filters are such. */
record Complex(double real, double imaginary) {

    static Complex of(final double real) {
        return new Complex(real, 0);
    }

    Complex plus(final Complex other) {
        return new Complex(real + other.real, imaginary + other.imaginary);
    }

    Complex minus(final Complex other) {
        return new Complex(real - other.real, imaginary - other.imaginary);
    }

    Complex times(final Complex other) {
        return new Complex(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    Complex times(final double factor) {
        return new Complex(real * factor, imaginary * factor);
    }

    /** By R. L. Smith's method, Communications of the ACM 5 (1962) 435, which does not overflow early. */
    Complex dividedBy(final Complex other) {
        if (Math.abs(other.real) >= Math.abs(other.imaginary)) {
            double ratio = other.imaginary / other.real;
            double scale = 1 / (other.real + other.imaginary * ratio);
            return new Complex((real + imaginary * ratio) * scale, (imaginary - real * ratio) * scale);
        }
        double ratio = other.real / other.imaginary;
        double scale = 1 / (other.real * ratio + other.imaginary);
        return new Complex((real * ratio + imaginary) * scale, (imaginary * ratio - real) * scale);
    }

    /** The root whose real part is not negative. */
    Complex squareRoot() {
        if (real == 0 && imaginary == 0) {
            return this;
        }
        double half = Math.sqrt((Math.abs(real) + StrictMath.hypot(real, imaginary)) / 2);
        double other = Math.abs(imaginary) / (2 * half);
        return real >= 0
                ? new Complex(half, Math.copySign(other, imaginary))
                : new Complex(other, Math.copySign(half, imaginary));
    }

    double magnitude() {
        return StrictMath.hypot(real, imaginary);
    }
}
