package io.flighthubcamunda.report.frame;

import java.awt.image.BufferedImage;

/** How bright each pixel is, 0 to 255. */
final class Luminance {

  private final int width;
  private final int height;
  private final short[] values;

  private Luminance(int width, int height) {
    this.width = width;
    this.height = height;
    this.values = new short[width * height];
  }

  static Luminance of(BufferedImage picture) {
    Luminance luminance = new Luminance(picture.getWidth(), picture.getHeight());
    int[] row = new int[luminance.width];
    for (int y = 0; y < luminance.height; y++) {
      picture.getRGB(0, y, luminance.width, 1, row, 0, luminance.width);
      for (int x = 0; x < luminance.width; x++) {
        luminance.values[y * luminance.width + x] = luma(row[x]);
      }
    }
    return luminance;
  }

  private static short luma(int rgb) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    return (short) ((299 * red + 587 * green + 114 * blue) / 1000);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return values[y * width + x];
  }

  int count() {
    return values.length;
  }

  int value(int index) {
    return values[index];
  }
}
