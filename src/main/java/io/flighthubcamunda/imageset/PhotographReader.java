package io.flighthubcamunda.imageset;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.xmp.XmpReader;
import io.flighthubcamunda.imageset.Reading.Photograph;
import io.flighthubcamunda.imageset.Reading.Unusable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the head of a photograph, and of a JPEG its tail; the picture between them stays unread.
 */
final class PhotographReader {

  /** Opens a file for reading. */
  @FunctionalInterface
  interface Opener {
    InputStream open(Path file) throws IOException;
  }

  /** Far more than the headers of any camera; thermal cameras need about 1 MB. */
  private static final long HEADER_LIMIT = 8L * 1024 * 1024;

  private static final List<JpegSegmentMetadataReader> SEGMENT_READERS =
      List.of(new JpegReader(), new ExifReader(), new XmpReader());

  private static final Set<JpegSegmentType> SEGMENTS =
      SEGMENT_READERS.stream()
          .flatMap(reader -> StreamSupport.stream(reader.getSegmentTypes().spliterator(), false))
          .collect(Collectors.toUnmodifiableSet());

  private final Opener opener;

  PhotographReader() {
    this(Files::newInputStream);
  }

  PhotographReader(Opener opener) {
    this.opener = opener;
  }

  /** What the file is; any trouble with it is an answer, never an exception. */
  Reading read(SourceFile file) {
    if (file.size() == 0) {
      return new Unusable(FindingCode.EMPTY_FILE);
    }
    try (InputStream in = opener.open(file.path());
        InputStream header = new BufferedInputStream(new HeaderStream(in, HEADER_LIMIT))) {
      return read(file, FileTypeDetector.detectFileType(header), header);
    } catch (EOFException e) {
      return new Unusable(FindingCode.TRUNCATED_FILE);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // The library lets all kinds of exceptions out when bytes make no sense.
      return new Unusable(FindingCode.UNREADABLE_FILE);
    }
  }

  private static Reading read(SourceFile file, FileType type, InputStream header)
      throws ImageProcessingException, IOException {
    return switch (type) {
      case Jpeg -> readJpeg(file, header);
      case Tiff, Dng -> readTiff(file);
      case Heif -> new CameraData(HeifMetadataReader.readMetadata(header)).photograph();
      default -> new Unusable(FindingCode.UNREADABLE_FILE);
    };
  }

  private static Reading readTiff(SourceFile file) throws ImageProcessingException, IOException {
    // From the file, not the stream: its parts may lie anywhere, and are fetched one by one.
    Photograph photograph =
        new CameraData(TiffMetadataReader.readMetadata(file.path().toFile())).photograph();
    // Its directory may lie at the end of the file, and is the first to go when that is cut off.
    return photograph.width() > 0 ? photograph : new Unusable(FindingCode.TRUNCATED_FILE);
  }

  private static Reading readJpeg(SourceFile file, InputStream header)
      throws JpegProcessingException, IOException {
    StreamReader reader = new StreamReader(header);
    JpegSegmentData segments = JpegSegmentReader.readSegments(reader, SEGMENTS);
    // The reader stops where the picture's data begins.
    if (!JpegEnding.exists(file.path(), reader.getPosition())) {
      return new Unusable(FindingCode.TRUNCATED_FILE);
    }
    Metadata metadata = new Metadata();
    JpegMetadataReader.processJpegSegmentData(metadata, SEGMENT_READERS, segments);
    return new CameraData(metadata).photograph();
  }
}
