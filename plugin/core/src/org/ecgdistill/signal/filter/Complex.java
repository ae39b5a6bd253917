package org.ecgdistill.signal.filter;

/** A complex number; poles and zeros of filters are such. */
record Complex(double real, double imaginary) {

    static Complex of(double real) {
        return new Complex(real, 0);
    }

    Complex plus(Complex other) {
        return new Complex(real + other.real, imaginary + other.imaginary);
    }

    Complex minus(Complex other) {
        return new Complex(real - other.real, imaginary - other.imaginary);
    }

    Complex times(Complex other) {
        return new Complex(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    Complex times(double factor) {
        return new Complex(real * factor, imaginary * factor);
    }

    /** By R. L. Smith's method, Communications of the ACM 5 (1962) 435, which does not overflow early. */
    Complex dividedBy(Complex other) {
        if (Math.abs(other.real) >= Math.abs(other.imaginary)) {
            var ratio = other.imaginary / other.real;
            var scale = 1 / (other.real + other.imaginary * ratio);
            return new Complex((real + imaginary * ratio) * scale, (imaginary - real * ratio) * scale);
        }
        var ratio = other.real / other.imaginary;
        var scale = 1 / (other.real * ratio + other.imaginary);
        return new Complex((real * ratio + imaginary) * scale, (imaginary * ratio - real) * scale);
    }

    /** The root whose real part is not negative. */
    Complex squareRoot() {
        if (real == 0 && imaginary == 0) {
            return this;
        }
        var half = Math.sqrt((Math.abs(real) + StrictMath.hypot(real, imaginary)) / 2);
        var other = Math.abs(imaginary) / (2 * half);
        return real >= 0
                ? new Complex(half, Math.copySign(other, imaginary))
                : new Complex(other, Math.copySign(half, imaginary));
    }

    double magnitude() {
        return StrictMath.hypot(real, imaginary);
    }
}
