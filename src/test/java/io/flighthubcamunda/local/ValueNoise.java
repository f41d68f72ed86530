package io.flighthubcamunda.local;

/**
 * Smooth random values over a plane, the same for the same seed: texture for a rendered landscape.
 */
final class ValueNoise {

  private final int seed;

  ValueNoise(int seed) {
    this.seed = seed;
  }

  /**
   * Several layers of noise, each finer and fainter.
   *
   * @return about -1 to 1
   */
  double at(double x, double y, int layers) {
    double sum = 0;
    double weight = 0.5;
    for (int layer = 0; layer < layers; layer++) {
      sum += weight * smooth(x, y);
      x *= 2.03;
      y *= 2.03;
      weight *= 0.6;
    }
    return sum;
  }

  private double smooth(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = fade(x - column);
    double down = fade(y - row);
    double top = mix(corner(column, row), corner(column + 1, row), right);
    double bottom = mix(corner(column, row + 1), corner(column + 1, row + 1), right);
    return mix(top, bottom, down);
  }

  private double corner(int column, int row) {
    int hash = seed + column * 0x27d4eb2d + row * 0x165667b1;
    hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
    hash = (hash ^ (hash >>> 12)) * 0x297a2d39;
    hash ^= hash >>> 15;
    return hash / (double) Integer.MAX_VALUE;
  }

  private static double fade(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
