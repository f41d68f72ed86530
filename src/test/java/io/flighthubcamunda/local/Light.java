package io.flighthubcamunda.local;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Light and shade on a rendered landscape. */
final class Light {

  private Light() {}

  /** The colour under this much light: 1 leaves it as it is, less is darker. */
  static Color on(Color color, double light) {
    return new Color(
        level(color.getRed() * light),
        level(color.getGreen() * light),
        level(color.getBlue() * light));
  }

  /** Adds grain and broad shades, as ground has them and flat colours do not. */
  static void addGrain(BufferedImage image, int seed) {
    ValueNoise broad = new ValueNoise(seed);
    ValueNoise fine = new ValueNoise(seed + 1);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      int x = i % image.getWidth();
      int y = i / image.getWidth();
      double light =
          1 + 0.16 * broad.at(x / 310.0, y / 310.0, 2) + 0.17 * fine.at(x / 9.0, y / 9.0, 3);
      pixels[i] = on(new Color(pixels[i]), light).getRGB();
    }
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }
}
