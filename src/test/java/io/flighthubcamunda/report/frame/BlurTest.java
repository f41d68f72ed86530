package io.flighthubcamunda.report.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlurTest {

  @Test
  void shouldTellASharpPictureFromABlurredOne() {
    // given
    BufferedImage sharp = stones(400);
    BufferedImage blurred = blurred(sharp, 9, 9);

    // when / then
    assertThat(Blur.of(Luminance.of(sharp))).isLessThan(0.35);
    assertThat(Blur.of(Luminance.of(blurred))).isGreaterThan(0.45);
  }

  @Test
  void shouldNoticeMotionAlongOneDirection() {
    // given
    BufferedImage moved = blurred(stones(400), 15, 1);

    // when / then
    assertThat(Blur.of(Luminance.of(moved))).isGreaterThan(0.45);
  }

  @Test
  void shouldSayNothingOfAPictureWithoutContrastOrWithoutSize() {
    // when / then
    assertThat(Blur.of(Luminance.of(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB))))
        .isNaN();
    assertThat(Blur.of(Luminance.of(stones(100)))).isNaN();
  }

  private static BufferedImage stones(int size) {
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int y = 0; y < size; y += 4) {
      for (int x = 0; x < size; x += 4) {
        int grey = random.nextInt(256);
        for (int i = 0; i < 16; i++) {
          if (x + i % 4 < size && y + i / 4 < size) {
            picture.setRGB(x + i % 4, y + i / 4, grey << 16 | grey << 8 | grey);
          }
        }
      }
    }
    return picture;
  }

  private static BufferedImage blurred(BufferedImage picture, int width, int height) {
    float[] even = new float[width * height];
    Arrays.fill(even, 1f / even.length);
    return new ConvolveOp(new Kernel(width, height, even)).filter(picture, null);
  }
}
