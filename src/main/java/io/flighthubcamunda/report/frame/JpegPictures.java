package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.imageset.EmbeddedThumbnail;
import io.flighthubcamunda.imageset.FileParts;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.Photograph;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.report.flight.Shot;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Pictures out of JPEG files, small enough for little memory. Of TIFF, DNG and HEIC there are none.
 * A file that cannot be decoded has none either.
 */
final class JpegPictures {

  /** Enough for eight rows of tiles of a 45-megapixel photograph. */
  private static final int BAND_ROWS = 512;

  private static final int MOST_BAND_PIXELS = 9_000_000;
  private static final int SMALL = 320;

  private final ImageSource source;

  JpegPictures(ImageSource source) {
    this.source = source;
  }

  /** The thumbnail that the camera made, without the bars that fill it up to 4:3. */
  Optional<BufferedImage> embedded(Shot shot) {
    return look(
            shot.file(),
            parts -> {
              Optional<byte[]> jpeg = EmbeddedThumbnail.read(parts);
              return jpeg.isEmpty()
                  ? null
                  : decode(
                      new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg.get())),
                      JpegPictures::small);
            })
        .map(thumbnail -> cut(thumbnail, shot.photograph()));
  }

  private static BufferedImage cut(BufferedImage thumbnail, Photograph photograph) {
    if (photograph.width() <= 0 || photograph.height() <= 0) {
      return thumbnail;
    }
    double shape = (double) photograph.width() / photograph.height();
    int width =
        (int) Math.clamp(Math.round(thumbnail.getHeight() * shape), 1, thumbnail.getWidth());
    int height =
        (int) Math.clamp(Math.round(thumbnail.getWidth() / shape), 1, thumbnail.getHeight());
    return thumbnail.getSubimage(
        (thumbnail.getWidth() - width) / 2, (thumbnail.getHeight() - height) / 2, width, height);
  }

  /** The whole picture with some 320 pixels on its longer side. */
  Optional<BufferedImage> reduced(SourceFile file) {
    return look(file, parts -> decode(new PartsImageStream(parts), JpegPictures::small));
  }

  /** A band across the middle, with every pixel that the camera wrote. */
  Optional<BufferedImage> band(SourceFile file) {
    return look(file, parts -> decode(new PartsImageStream(parts), JpegPictures::band));
  }

  @FunctionalInterface
  private interface Look {
    BufferedImage at(FileParts parts) throws IOException;
  }

  @FunctionalInterface
  private interface Part {
    void choose(ImageReadParam what, int width, int height);
  }

  private Optional<BufferedImage> look(SourceFile file, Look look) {
    try (FileParts parts = source.parts(file)) {
      return Optional.ofNullable(look.at(parts));
    } catch (IOException | RuntimeException e) {
      // The page does without; whether the file is any good, the check has said.
      return Optional.empty();
    }
  }

  private static BufferedImage decode(ImageInputStream stream, Part part) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (stream) {
      reader.setInput(stream, true, true);
      ImageReadParam what = reader.getDefaultReadParam();
      part.choose(what, reader.getWidth(0), reader.getHeight(0));
      return reader.read(0, what);
    } finally {
      reader.dispose();
    }
  }

  private static void small(ImageReadParam what, int width, int height) {
    int step = Math.max(1, Math.max(width, height) / SMALL);
    what.setSourceSubsampling(step, step, 0, 0);
  }

  private static void band(ImageReadParam what, int width, int height) {
    int rows = Math.min(height, Math.clamp(MOST_BAND_PIXELS / width, 1, BAND_ROWS));
    what.setSourceRegion(new Rectangle(0, (height - rows) / 2, width, rows));
  }
}
