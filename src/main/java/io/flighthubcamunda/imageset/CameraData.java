package io.flighthubcamunda.imageset;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.flighthubcamunda.imageset.Reading.Photograph;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Picks what matters for a reconstruction out of a photograph's metadata. */
final class CameraData {

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
  private static final int LONGEST_CAMERA_NAME = 80;

  private final Metadata metadata;

  private final boolean droneData;

  /**
   * @param droneData whether data of a drone was seen outside of these metadata
   */
  CameraData(Metadata metadata, boolean droneData) {
    this.metadata = metadata;
    this.droneData = droneData;
  }

  Photograph photograph() {
    Resolution resolution = resolution();
    return new Photograph(
        camera(),
        resolution.width,
        resolution.height,
        position(),
        taken(),
        droneData || hasDroneData());
  }

  private String camera() {
    String make = text(ExifDirectoryBase.TAG_MAKE);
    String model = text(ExifDirectoryBase.TAG_MODEL);
    // Some makers begin the model with their name, others do not.
    String camera = model.startsWith(make) ? model : (make + " " + model).strip();
    return camera.substring(0, Math.min(camera.length(), LONGEST_CAMERA_NAME));
  }

  private String text(int tag) {
    return exif()
        .map(directory -> directory.getString(tag))
        .filter(Objects::nonNull)
        // It goes into messages and process variables: nothing but printable characters.
        .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Optional<LocalDateTime> taken() {
    try {
      String text = text(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text, EXIF_TIME));
    } catch (DateTimeParseException e) {
      // A camera without a set clock writes zeros.
      return Optional.empty();
    }
  }

  private Optional<Position> position() {
    return StreamSupport.stream(
            metadata.getDirectoriesOfType(GpsDirectory.class).spliterator(), false)
        .map(GpsDirectory::getGeoLocation)
        .filter(Objects::nonNull)
        .map(location -> new Position(location.getLatitude(), location.getLongitude()))
        .filter(Position::isPlausible)
        .findFirst();
  }

  private boolean hasDroneData() {
    return StreamSupport.stream(
            metadata.getDirectoriesOfType(XmpDirectory.class).spliterator(), false)
        .flatMap(directory -> directory.getXmpProperties().keySet().stream())
        .anyMatch(property -> property.startsWith("drone-"));
  }

  /** The largest picture in the file: raw files hold small previews beside the photograph. */
  private Resolution resolution() {
    return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
        .map(CameraData::resolution)
        .max(Comparator.comparingLong(Resolution::pixels))
        .orElse(Resolution.UNKNOWN);
  }

  private static Resolution resolution(Directory directory) {
    return switch (directory) {
      case JpegDirectory jpeg ->
          Resolution.of(jpeg, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT);
      case HeifDirectory heif ->
          Resolution.of(heif, HeifDirectory.TAG_IMAGE_WIDTH, HeifDirectory.TAG_IMAGE_HEIGHT);
      case ExifThumbnailDirectory thumbnail -> Resolution.UNKNOWN;
      // Not the EXIF copy of the size, which editing programs forget to change.
      case ExifDirectoryBase tiff ->
          Resolution.of(
              tiff, ExifDirectoryBase.TAG_IMAGE_WIDTH, ExifDirectoryBase.TAG_IMAGE_HEIGHT);
      default -> Resolution.UNKNOWN;
    };
  }

  private Stream<ExifDirectoryBase> exif() {
    return StreamSupport.stream(
        metadata.getDirectoriesOfType(ExifDirectoryBase.class).spliterator(), false);
  }

  private record Resolution(int width, int height) {

    static final Resolution UNKNOWN = new Resolution(0, 0);

    static Resolution of(Directory directory, int widthTag, int heightTag) {
      Integer width = directory.getInteger(widthTag);
      Integer height = directory.getInteger(heightTag);
      return width == null || height == null ? UNKNOWN : new Resolution(width, height);
    }

    long pixels() {
      return (long) width * height;
    }
  }
}
