package io.flighthubcamunda.report.frame;

import java.util.Arrays;

/**
 * How much a picture loses when it is blurred once more: a sharp one much, a blurred one little.
 * After Crete, Dolmiere, Ladret and Nicolas, "The blur effect" (2007). Other than the variance of
 * the Laplacian it hardly depends on what the picture shows, so that neither water nor meadows
 * count as blurred. Of photographs in focus it is below 0.35, of those out of focus above 0.48,
 * however JPEG treats them.
 *
 * <p>It is taken for tiles; a quarter of them may be the sharper ones, since parts of a good
 * photograph can lie out of focus.
 */
final class Blur {

  private static final int TILE = 192;
  private static final int REACH = 4;

  private Blur() {}

  /**
   * @param picture with every pixel that the camera wrote
   * @return 0 (sharp) to 1 (blurred); NaN for a picture smaller than one tile, or without contrast
   */
  static double of(Luminance picture) {
    double[] tiles = new double[(picture.width() / TILE) * (picture.height() / TILE)];
    int count = 0;
    for (int top = 0; top + TILE <= picture.height(); top += TILE) {
      for (int left = 0; left + TILE <= picture.width(); left += TILE) {
        double blur = tile(picture, left, top);
        if (!Double.isNaN(blur)) {
          tiles[count++] = blur;
        }
      }
    }
    Arrays.sort(tiles, 0, count);
    return count == 0 ? Double.NaN : tiles[count / 4];
  }

  /** The worse of both directions, because motion blurs along one. */
  private static double tile(Luminance picture, int left, int top) {
    return Math.max(along(picture, left, top, 1, 0), along(picture, left, top, 0, 1));
  }

  private static double along(Luminance picture, int left, int top, int dx, int dy) {
    long sharp = 0;
    double lost = 0;
    int margin = REACH + 1;
    for (int y = top + margin; y < top + TILE - margin; y++) {
      for (int x = left + margin; x < left + TILE - margin; x++) {
        int step = Math.abs(picture.at(x, y) - picture.at(x - dx, y - dy));
        // The mean of nine differs from the one before it by what enters and what leaves.
        double blurred =
            Math.abs(
                    picture.at(x + REACH * dx, y + REACH * dy)
                        - picture.at(x - margin * dx, y - margin * dy))
                / (2.0 * REACH + 1);
        sharp += step;
        lost += Math.max(0, step - blurred);
      }
    }
    return sharp == 0 ? Double.NaN : (sharp - lost) / sharp;
  }
}
