package io.flighthubcamunda.report.frame;

/**
 * How bright a picture is.
 *
 * @param mean luminance, 0 to 255
 * @param blown share of pixels that are as white as can be, 0 to 1
 */
record Exposure(double mean, double blown) {

  private static final int WHITE = 250;

  static Exposure of(Luminance picture) {
    long sum = 0;
    int white = 0;
    for (int i = 0; i < picture.count(); i++) {
      int value = picture.value(i);
      sum += value;
      if (value >= WHITE) {
        white++;
      }
    }
    double count = Math.max(1, picture.count());
    return new Exposure(sum / count, white / count);
  }
}
