package io.flighthubcamunda.imageset;

import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The numbers that a drone writes into XMP under its own name, such as {@code
 * drone-dji:RelativeAltitude="+39.80"}.
 */
final class DroneNumbers {

  /** As an attribute or as an element. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "[\\s<]drone-[a-z]+:(RelativeAltitude|GimbalPitchDegree|GimbalYawDegree)"
              + "(?:\\s*=\\s*[\"']|\\s*>)\\s*([+-]?\\d{1,6}(?:\\.\\d{1,12})?)");

  private final Map<String, Double> numbers = new HashMap<>();

  /** Takes what an XMP packet has, without parsing it as XML. */
  void addPacket(byte[] packet) {
    var found = PROPERTY.matcher(new String(packet, StandardCharsets.ISO_8859_1));
    while (found.find()) {
      numbers.putIfAbsent(found.group(1), Double.valueOf(found.group(2)));
    }
  }

  /** Takes what the metadata library found in its way. */
  void addAll(Metadata metadata) {
    for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
      directory
          .getXmpProperties()
          .forEach(
              (name, value) -> {
                if (name.startsWith("drone-")) {
                  addPacket((" " + name + "=\"" + value).getBytes(StandardCharsets.ISO_8859_1));
                }
              });
    }
  }

  /**
   * @param altitude metres above sea level; NaN when unknown
   */
  Pose pose(double altitude) {
    return new Pose(
        altitude,
        number("RelativeAltitude"),
        number("GimbalPitchDegree"),
        number("GimbalYawDegree"));
  }

  private double number(String name) {
    return numbers.getOrDefault(name, Double.NaN);
  }
}
