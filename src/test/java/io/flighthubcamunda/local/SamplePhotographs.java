package io.flighthubcamunda.local;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Photographs for the demo and for tests, rendered instead of taken: a drone looks straight down on
 * an invented landscape and flies it off in lines that overlap by 70 %. They say so in their EXIF
 * data (model "Rendered sample"), and their positions lie in the open Atlantic, so that nobody
 * takes them for a real site.
 */
public final class SamplePhotographs {

  /** As many as the smallest set that each type takes, and two more. */
  public static final int DEFAULT_COUNT = 12;

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final double OVERLAP = 0.7;
  private static final float QUALITY = 0.8f;
  private static final double METRES_PER_PIXEL = 0.05;
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double NORTH_EDGE = 44.0;
  private static final double WEST_EDGE = -30.0;
  private static final LocalDateTime START = LocalDateTime.of(2026, 6, 18, 10, 30, 0);
  private static final int SECONDS_BETWEEN = 4;

  private SamplePhotographs() {}

  /** Renders the usual number of photographs into a folder, which is made when it is missing. */
  public static Path renderInto(Path folder) throws IOException {
    return renderInto(folder, DEFAULT_COUNT);
  }

  /** Renders this many photographs into a folder; the same number gives the same photographs. */
  public static Path renderInto(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    int perLine = (int) Math.ceil(Math.sqrt(count));
    int lines = (int) Math.ceil(count / (double) perLine);
    int stepX = (int) Math.round(WIDTH * (1 - OVERLAP));
    int stepY = (int) Math.round(HEIGHT * (1 - OVERLAP));
    BufferedImage landscape =
        SampleLandscape.draw(WIDTH + (lines - 1) * stepX, HEIGHT + (perLine - 1) * stepY);
    for (int i = 0; i < count; i++) {
      int line = i / perLine;
      int onLine = i % perLine;
      // Up one line and down the next, as a drone flies.
      int row = line % 2 == 0 ? perLine - 1 - onLine : onLine;
      write(folder, i, landscape, line * stepX, row * stepY);
    }
    return folder;
  }

  private static void write(Path folder, int index, BufferedImage landscape, int x, int y)
      throws IOException {
    LocalDateTime taken = START.plusSeconds((long) index * SECONDS_BETWEEN);
    double latitude = NORTH_EDGE - (y + HEIGHT / 2.0) * METRES_PER_PIXEL / METRES_PER_DEGREE;
    double metresPerDegreeEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(NORTH_EDGE));
    double longitude = WEST_EDGE + (x + WIDTH / 2.0) * METRES_PER_PIXEL / metresPerDegreeEast;
    byte[] picture = jpeg(landscape.getSubimage(x, y, WIDTH, HEIGHT));
    Path file = folder.resolve("SAMPLE_%04d.JPG".formatted(index + 1));
    Files.write(file, new SampleMetadata(taken, latitude, longitude).addTo(picture));
    // So that two renderings have one fingerprint.
    Files.setLastModifiedTime(file, FileTime.from(taken.toInstant(ZoneOffset.UTC)));
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
