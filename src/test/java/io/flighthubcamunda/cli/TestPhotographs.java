package io.flighthubcamunda.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small JPEG pictures that differ from each other. */
final class TestPhotographs {

  private TestPhotographs() {}

  static void write(Path folder, int count) throws IOException {
    for (int i = 1; i <= count; i++) {
      var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xFFFFFF);
      ImageIO.write(image, "jpg", folder.resolve("DJI_%04d.JPG".formatted(i)).toFile());
    }
  }
}
