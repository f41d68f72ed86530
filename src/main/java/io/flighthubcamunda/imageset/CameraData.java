package io.flighthubcamunda.imageset;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.xmp.XmpDirectory;
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
  private final DroneNumbers numbers;

  CameraData(Metadata metadata) {
    this(metadata, false, new DroneNumbers());
  }

  /**
   * @param droneData whether data of a drone was seen outside of these metadata
   * @param numbers what they said
   */
  CameraData(Metadata metadata, boolean droneData, DroneNumbers numbers) {
    this.metadata = metadata;
    this.droneData = droneData;
    this.numbers = numbers;
    numbers.addAll(metadata);
  }

  Photograph photograph() {
    Resolution resolution = resolution();
    return new Photograph(
        camera(),
        resolution.width,
        resolution.height,
        position(),
        taken(),
        droneData || hasDroneData(),
        lens(),
        numbers.pose(altitude()));
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

  private Lens lens() {
    return new Lens(
        number(ExifDirectoryBase.TAG_FOCAL_LENGTH),
        number(ExifDirectoryBase.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH),
        sensorWidth());
  }

  /**
   * From the pixels per inch or centimetre that the sensor has, for the EXIF size of the picture.
   */
  private double sensorWidth() {
    double density = number(ExifDirectoryBase.TAG_FOCAL_PLANE_X_RESOLUTION);
    double unit =
        switch ((int) number(ExifDirectoryBase.TAG_FOCAL_PLANE_RESOLUTION_UNIT)) {
          case 3 -> 10;
          case 4 -> 1;
          default -> 25.4;
        };
    return density > 0 ? number(ExifDirectoryBase.TAG_EXIF_IMAGE_WIDTH) / density * unit : 0;
  }

  /** A positive EXIF number, or 0. */
  private double number(int tag) {
    return exif()
        .map(directory -> directory.getDoubleObject(tag))
        .filter(number -> number != null && number > 0 && number < 1e9)
        .findFirst()
        .orElse(0.0);
  }

  private double altitude() {
    return StreamSupport.stream(
            metadata.getDirectoriesOfType(GpsDirectory.class).spliterator(), false)
        .map(CameraData::altitude)
        .filter(altitude -> Math.abs(altitude) < 20_000)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double altitude(GpsDirectory gps) {
    Double metres = gps.getDoubleObject(GpsDirectory.TAG_ALTITUDE);
    Integer below = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
    boolean belowSeaLevel = below != null && below == 1;
    return metres == null ? Double.NaN : belowSeaLevel ? -metres : metres;
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
