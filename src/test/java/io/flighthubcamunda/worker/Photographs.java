package io.flighthubcamunda.worker;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small real JPEG files, each of another colour. */
final class Photographs {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  private Photographs() {}

  /** Writes DJI_0001.JPG and so on into a folder, which is made when it is missing. */
  static Path into(Path folder, int count) {
    for (int i = 1; i <= count; i++) {
      write(folder.resolve("DJI_%04d.JPG".formatted(i)), i);
    }
    return folder;
  }

  static Path write(Path file, int number) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, jpeg(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg(int number) throws IOException {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.getHSBColor(number / 40f, 0.6f, 0.8f));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return bytes.toByteArray();
  }
}
