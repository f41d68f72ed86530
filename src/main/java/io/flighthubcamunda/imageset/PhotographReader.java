package io.flighthubcamunda.imageset;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.metadata.Metadata;
import io.flighthubcamunda.imageset.Reading.Unusable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * Reads the head of a photograph, and of a JPEG its tail; the picture between them stays unread.
 */
final class PhotographReader {

  /** Far more than the headers of any camera; thermal cameras need about 1 MB. */
  static final long HEADER_LIMIT = 8L * 1024 * 1024;

  /**
   * What the file is; any trouble with it is an answer, never an exception.
   *
   * @throws SourceUnavailableException when the whole source is silent
   * @throws ImageSetException when the whole source refuses to be read
   * @throws SourceFileChangedException when the source knows that it is not the file listed
   */
  Reading read(ImageSource source, SourceFile file) {
    if (file.size() == 0) {
      return new Unusable(FindingCode.EMPTY_FILE);
    }
    try (FileParts parts = source.parts(file)) {
      return read(parts);
    } catch (EOFException e) {
      return new Unusable(FindingCode.TRUNCATED_FILE);
    } catch (AccessDeniedException e) {
      return new Unusable(FindingCode.FORBIDDEN_FILE);
    } catch (SourceUnavailableException | ImageSetException | SourceFileChangedException e) {
      throw e;
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // The library lets all kinds of exceptions out when bytes make no sense.
      return new Unusable(FindingCode.UNREADABLE_FILE);
    }
  }

  private static Reading read(FileParts parts) throws ImageProcessingException, IOException {
    HeaderStream header = new HeaderStream(parts, HEADER_LIMIT);
    FileType type = FileTypeDetector.detectFileType(header);
    return switch (type) {
      case Jpeg -> readJpeg(parts, header);
      case Tiff, Dng -> readTiff(parts);
      case Heif -> new CameraData(HeifMetadataReader.readMetadata(header)).photograph();
      default -> new Unusable(FindingCode.UNREADABLE_FILE);
    };
  }

  private static Reading readTiff(FileParts parts) throws ImageProcessingException, IOException {
    // Not from the stream: its parts may lie anywhere, and are fetched one by one.
    Metadata metadata = new Metadata();
    CameraTags.read(new PartsReader(parts, HEADER_LIMIT), 0, metadata);
    Photograph photograph = new CameraData(metadata).photograph();
    // Its directory may lie at the end of the file, and is the first to go when that is cut off.
    return photograph.width() > 0 ? photograph : new Unusable(FindingCode.TRUNCATED_FILE);
  }

  private static Reading readJpeg(FileParts parts, HeaderStream stream)
      throws ImageProcessingException, IOException {
    JpegHeader header = JpegHeader.read(stream);
    return JpegEnding.exists(parts, header.dataStart())
        ? header.photograph()
        : new Unusable(FindingCode.TRUNCATED_FILE);
  }
}
