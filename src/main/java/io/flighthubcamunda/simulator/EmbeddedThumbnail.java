package io.flighthubcamunda.simulator;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/**
 * The small picture that cameras put into the EXIF block, usually 160 x 120. Reading it costs a
 * hundredth of decoding the photograph.
 */
final class EmbeddedThumbnail {

  /** "Exif" and two zero bytes stand before the data that offsets count from. */
  private static final int EXIF_PREAMBLE = 6;

  private EmbeddedThumbnail() {}

  static Optional<BufferedImage> in(InputStream photograph) throws IOException {
    try {
      Iterable<byte[]> segments =
          JpegSegmentReader.readSegments(
                  new StreamReader(photograph), List.of(JpegSegmentType.APP1))
              .getSegments(JpegSegmentType.APP1);
      return StreamSupport.stream(segments.spliterator(), false)
          .flatMap(segment -> in(segment).stream())
          .findFirst();
    } catch (JpegProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> in(byte[] segment) {
    Metadata metadata = new Metadata();
    new ExifReader().readJpegSegments(List.of(segment), metadata, JpegSegmentType.APP1);
    ExifThumbnailDirectory directory =
        metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class);
    if (directory == null) {
      return Optional.empty();
    }
    Integer offset = directory.getInteger(ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET);
    Integer length = directory.getInteger(ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
    if (offset == null || length == null || offset < 0 || length < 0) {
      return Optional.empty();
    }
    long start = (long) EXIF_PREAMBLE + offset;
    if (start + length > segment.length) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          ImageIO.read(new ByteArrayInputStream(segment, (int) start, length)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
