package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The photographs as a GeoJSON FeatureCollection (RFC 7946). */
final class ImageGeoJson {

  private final JsonFactory json = new JsonFactory();

  byte[] of(List<ResourceFile> images) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("type", "FeatureCollection");
      out.writeArrayFieldStart("features");
      for (ResourceFile image : images) {
        feature(out, image, image.shot().orElse(ShotInfo.UNKNOWN));
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void feature(JsonGenerator out, ResourceFile image, ShotInfo shot)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "Feature");
    geometry(out, shot.position());
    out.writeObjectFieldStart("properties");
    out.writeStringField("name", image.name());
    out.writeNumberField("sizeBytes", image.sizeBytes());
    Optional<Double> altitude = shot.position().flatMap(ShotInfo.Position::altitude);
    if (altitude.isPresent()) {
      out.writeNumberField("altitude", altitude.get());
    }
    if (shot.takenAt().isPresent()) {
      out.writeStringField(
          "takenAt", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(shot.takenAt().get()));
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void geometry(JsonGenerator out, Optional<ShotInfo.Position> position)
      throws IOException {
    if (position.isEmpty()) {
      out.writeNullField("geometry");
      return;
    }
    ShotInfo.Position place = position.get();
    out.writeObjectFieldStart("geometry");
    out.writeStringField("type", "Point");
    out.writeArrayFieldStart("coordinates");
    out.writeNumber(place.longitude());
    out.writeNumber(place.latitude());
    if (place.altitude().isPresent()) {
      out.writeNumber(place.altitude().get());
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
