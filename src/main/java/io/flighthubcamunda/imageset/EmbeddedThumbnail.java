package io.flighthubcamunda.imageset;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The small JPEG picture that most cameras put into the EXIF header of a large one. */
public final class EmbeddedThumbnail {

  private EmbeddedThumbnail() {}

  /**
   * Looks for it; of the file only the header is read.
   *
   * @return empty when the file has none, or is no JPEG
   * @throws IOException when the file cannot be read
   */
  public static Optional<byte[]> read(FileParts parts) throws IOException {
    try {
      JpegHeader header = JpegHeader.read(new HeaderStream(parts, PhotographReader.HEADER_LIMIT));
      for (byte[] segment : header.segments().getSegments(JpegSegmentType.APP1)) {
        if (ExifReader.startsWithJpegExifPreamble(segment)) {
          return thumbnail(segment);
        }
      }
      return Optional.empty();
    } catch (ImageProcessingException | RuntimeException e) {
      // The library lets all kinds of exceptions out when bytes make no sense.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> thumbnail(byte[] segment)
      throws ImageProcessingException, IOException {
    int start = ExifReader.JPEG_SEGMENT_PREAMBLE.length();
    Metadata metadata = new Metadata();
    CameraTags.read(new ByteArrayReader(segment, start), 0, metadata);
    var directory = metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class);
    Integer offset = integer(directory, ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET);
    Integer length = integer(directory, ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
    if (offset == null || length == null || offset < 0 || length <= 0) {
      return Optional.empty();
    }
    long from = (long) start + offset;
    return from + length <= segment.length
        ? Optional.of(Arrays.copyOfRange(segment, (int) from, (int) from + length))
        : Optional.empty();
  }

  private static Integer integer(ExifThumbnailDirectory directory, int tag) {
    return directory == null ? null : directory.getInteger(tag);
  }
}
