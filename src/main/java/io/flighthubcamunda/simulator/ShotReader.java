package io.flighthubcamunda.simulator;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.lang.Rational;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads position and time out of a stored photograph. What cannot be read is simply not known. */
final class ShotReader {

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
  private static final int BELOW_SEA_LEVEL = 1;

  private final ObjectStore store;

  ShotReader(ObjectStore store) {
    this.store = store;
  }

  ShotInfo read(String key) {
    try (InputStream photograph = new BufferedInputStream(store.read(key))) {
      Metadata metadata = ImageMetadataReader.readMetadata(photograph);
      return new ShotInfo(position(metadata), takenAt(metadata));
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // The simulator takes any bytes for a photograph, as the upload callback does.
      return ShotInfo.UNKNOWN;
    }
  }

  private static Optional<ShotInfo.Position> position(Metadata metadata) {
    return Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
        .flatMap(
            gps ->
                Optional.ofNullable(gps.getGeoLocation())
                    .filter(location -> !location.isZero())
                    .map(location -> position(location, altitude(gps))));
  }

  private static ShotInfo.Position position(GeoLocation location, Optional<Double> altitude) {
    return new ShotInfo.Position(location.getLongitude(), location.getLatitude(), altitude);
  }

  private static Optional<Double> altitude(GpsDirectory gps) {
    Rational metres = gps.getRational(GpsDirectory.TAG_ALTITUDE);
    Integer reference = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
    if (metres == null || metres.getDenominator() == 0) {
      return Optional.empty();
    }
    boolean below = reference != null && reference == BELOW_SEA_LEVEL;
    return Optional.of(below ? -metres.doubleValue() : metres.doubleValue());
  }

  private static Optional<LocalDateTime> takenAt(Metadata metadata) {
    return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class))
        .map(exif -> exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
        .flatMap(ShotReader::parsed);
  }

  private static Optional<LocalDateTime> parsed(String time) {
    try {
      return Optional.of(LocalDateTime.parse(time.strip(), EXIF_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
