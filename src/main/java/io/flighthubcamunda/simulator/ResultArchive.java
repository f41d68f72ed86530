package io.flighthubcamunda.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The content of a result: it says that it is simulated, and what it contains is true. */
final class ResultArchive {

  private static final String README =
      """
      SIMULATED RESULT. No reconstruction was computed.

      This archive was made by the FlightHub simulator. It takes the place of the %s model
      that FlightHub 2 would have made. It holds no mesh, no map and no point cloud.

      What it holds is true of the photographs that were uploaded:
        images.geojson  one feature per photograph: name, position, altitude, time taken
        overview.jpg    a contact sheet of up to %d of them, unless it is left out

      Model:       %s
      Resource:    %s
      Photographs: %d
      Started:     %s
      """;

  private final Optional<ContactSheet> contactSheet;
  private final ImageGeoJson geoJson = new ImageGeoJson();

  ResultArchive(Optional<ContactSheet> contactSheet) {
    this.contactSheet = contactSheet;
  }

  byte[] of(Model model, List<ResourceFile> images) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "README.txt", readme(model, images).getBytes(StandardCharsets.UTF_8));
      add(zip, "images.geojson", geoJson.of(images));
      if (contactSheet.isPresent()) {
        add(zip, "overview.jpg", contactSheet.get().of(images));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The archive of %s failed.".formatted(model.uuid()), e);
    }
    return bytes.toByteArray();
  }

  private static String readme(Model model, List<ResourceFile> images) {
    return README.formatted(
        model.type().shortName(),
        ContactSheet.TILES,
        model.uuid(),
        model.resource().uuid(),
        images.size(),
        model.timeline().startedAt());
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
